import type { Translate } from '../i18n/translate.ts';
import { isDrawn, peopleOnDrawing, placeOf } from '../model/questions.ts';
import type { CellPlace, NetworkMap, Person, PersonId, Relation, Shown } from '../model/types.ts';
import { currentDrawing } from '../model/questions.ts';

/** Which layers of a map a picture shows, and who may be in it. */
export type PictureLayers = {
  readonly shown: Shown;
  /** Paper, image, list and shared file: people marked "not on paper" are left out, without a trace. */
  readonly paper: boolean;
  /** Roles instead of names: "mor", "nabo 2", "person 3". */
  readonly roles: boolean;
  /** The marks of whom to invite: ✓, ? and –. */
  readonly wishes: boolean;
};

export type PicturedPerson = {
  readonly person: Person;
  readonly place: CellPlace;
  /** As written on this picture: the name, or the role. */
  readonly name: string;
  /** '' when relation words are hidden or the role already stands as the name. */
  readonly relation: string;
};

export const mapOnScreen = (map: NetworkMap): PictureLayers => ({
  shown: map.shown,
  paper: false,
  roles: false,
  wishes: true,
});

/** Who stands on a picture, with the words beside them. */
export function picturedPeople(map: NetworkMap, layers: PictureLayers, t: Translate): PicturedPerson[] {
  const shownMap = { ...map, shown: layers.shown };
  const names = layers.roles ? roleNames(peopleFor(map, layers), t) : null;
  return peopleFor(map, layers).flatMap((person) => {
    const place = placeOf(map, person.id);
    if (place === null || place === 'tray' || !isDrawn(shownMap, person.id)) return [];
    const relation = layers.shown.relations && !names ? person.relation : '';
    return [{ person, place, name: names?.get(person.id) ?? person.name, relation }];
  });
}

/** Everybody who may be on a paper, placed or not. */
export const peopleFor = (map: NetworkMap, layers: Pick<PictureLayers, 'paper'>): Person[] =>
  peopleOnDrawing(map).filter(({ offPaper }) => !(layers.paper && offPaper));

/** The same role gets a number; no role gets "person 3". Numbers run over the people given, so nobody left out shows. */
export function roleNames(people: readonly Person[], t: Translate): Map<PersonId, string> {
  const key = ({ relation }: Person) => relation.trim().toLocaleLowerCase();
  const total = new Map<string, number>();
  for (const person of people) total.set(key(person), (total.get(key(person)) ?? 0) + 1);
  const used = new Map<string, number>();
  return new Map(
    people.map((person) => {
      const role = key(person);
      const number = (used.get(role) ?? 0) + 1;
      used.set(role, number);
      const word = person.relation.trim() || t('kind.person').toLocaleLowerCase();
      return [person.id, role === '' || (total.get(role) ?? 0) > 1 ? `${word} ${number}` : word];
    }),
  );
}

/** The ties that a picture shows: both ends are there, and what was said about them only where qualities are shown. */
export function picturedRelations(map: NetworkMap, layers: PictureLayers, present: ReadonlySet<PersonId>): Relation[] {
  return Object.values(currentDrawing(map).relations).flatMap((relation) => {
    const [first, second] = relation.between;
    if (!present.has(first) || !(second === 'ego' || present.has(second))) return [];
    if (layers.shown.qualities) return [relation];
    // Without qualities a line only says "know each other": what says less, or something else, is not drawn.
    if (second === 'ego' || relation.kind === 'wished') return [];
    return [{ ...relation, kind: 'knows', support: 'none' } satisfies Relation];
  });
}
