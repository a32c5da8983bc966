import type { Translate } from '../../i18n/translate.ts';
import { type Household, households } from '../../model/households.ts';
import { canBeInvited, peopleOnDrawing, sectorOf } from '../../model/questions.ts';
import type { Meeting, NetworkMap, Person, PersonId, Wish } from '../../model/types.ts';

/** Why a letter is made on the screen only. */
export type OnlyScreen = 'offPaper' | 'hidden';

export const onlyScreen = (map: NetworkMap, person: Person): OnlyScreen | null => {
  if (person.offPaper) return 'offPaper';
  return sectorOf(map, person.id)?.hidden === true ? 'hidden' : null;
};

/** Whom one wishes to invite to this meeting, in the order of the map. */
export const wished = (map: NetworkMap, meeting: Meeting, wishes: readonly Wish[]): Person[] =>
  peopleOnDrawing(map).filter((person) => {
    const wish = meeting.invitations[person.id]?.wish ?? null;
    return canBeInvited(person) && wish !== null && wishes.includes(wish);
  });

/**
 * One letter each, the certain ones first; those who are asked as one share a letter. Somebody who is not for paper
 * shares none, for the other's letter would name them; nor does somebody one still thinks about with somebody certain.
 */
export const letterHouseholds = (map: NetworkMap, meeting: Meeting): Household[] =>
  households(
    [...wished(map, meeting, ['yes']), ...wished(map, meeting, ['maybe'])],
    meeting,
    (person) => onlyScreen(map, person) !== null,
  );

/** Still thought about: their letter can be written, but leaves only by itself, never in the pile of all the letters. */
export const isThoughtAbout = (meeting: Meeting, household: Household): boolean =>
  household.every(({ id }) => meeting.invitations[id]?.wish === 'maybe');

/** Every letter of theirs may lie on paper. */
export const isForPaper = (map: NetworkMap, household: Household): boolean =>
  household.every((person) => onlyScreen(map, person) === null);

/** "Bente", "Bente og Ole", "Bente, Ole og Turid" */
export function joinNames(names: readonly string[], t: Translate): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : t('letter.text.and', { names: names.slice(0, -1).join(', '), last });
}

export const namesOf = (people: readonly Person[], t: Translate): string =>
  joinNames(
    people.map(({ name }) => name.trim()).filter((name) => name !== ''),
    t,
  );

/** More than one reads it: a household, a group, or "Bente og Ole" drawn as one mark. */
export const isSeveral = (people: readonly Person[]): boolean =>
  people.length > 1 || people.some(({ kind, name }) => kind === 'group' || / (?:og|and|&|\+) /iu.test(name));

/** A child's letter is written to whoever has consented, once somebody is named. */
export const isToGuardian = (meeting: Meeting, people: readonly Person[]): boolean =>
  people.length > 0 &&
  people.every(({ child }) => child) &&
  people.some(({ id }) => (meeting.invitations[id]?.guardian.trim() ?? '') !== '');

/** Somebody has been asked, and must be told when the meeting is moved or falls away. Whether still wished for or not. */
export const alreadyAsked = (map: NetworkMap, meeting: Meeting): Person[] =>
  peopleOnDrawing(map).filter((person) => canBeInvited(person) && isAsked(meeting, person.id));

export const isAsked = ({ invitations }: Meeting, id: PersonId): boolean =>
  (invitations[id]?.answer ?? 'notAsked') !== 'notAsked';

/** Who must be told of it, each household once; nobody while the meeting is as planned. */
export const toBeTold = (map: NetworkMap, meeting: Meeting): Household[] =>
  isChanged(meeting)
    ? households(alreadyAsked(map, meeting), meeting, (person) => onlyScreen(map, person) !== null)
    : [];

export const isChanged = ({ status }: Meeting): boolean => status === 'moved' || status === 'cancelled';

export const haveBeenTold = ({ invitations }: Meeting, people: readonly Person[]): boolean =>
  people.every(({ id }) => invitations[id]?.told === true);

/** Those not for paper whom a text names all the same, because somebody wrote it so: said on the screen. */
export function namedButOnlyScreen(map: NetworkMap, text: string, to: readonly Person[]): Person[] {
  const words = ` ${wordsOf(text)} `;
  return peopleOnDrawing(map).filter((person) => {
    const name = wordsOf(person.name);
    return person.offPaper && name !== '' && !to.includes(person) && words.includes(` ${name} `);
  });
}

const wordsOf = (text: string): string => (text.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
