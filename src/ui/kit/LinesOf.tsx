import { Checkbox } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { setKnows, updateTie } from '../../commands/ties.ts';
import { currentDrawing, peopleOnDrawing, placeOf, relationBetween } from '../../model/questions.ts';
import {
  type NetworkMap,
  type Person,
  type PersonId,
  type Relation,
  RELATION_KINDS,
  SUPPORTS,
} from '../../model/types.ts';
import { egoName, TIE_WORDS } from '../../scene/words.ts';
import { useCommands, useMap } from './AppContext.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import './LinesOf.css';
import { supportWord } from './supportWords.ts';

/** All the others, field by field as in the list, so that a line drawn doesn't move anybody. */
function othersThan(map: NetworkMap, id: PersonId): Person[] {
  const fieldOf = (person: Person): number => {
    const place = placeOf(map, person.id);
    const at = place === null || place === 'tray' ? -1 : map.sectors.findIndex((one) => one.id === place.sector);
    return at < 0 ? map.sectors.length : at;
  };
  return peopleOnDrawing(map)
    .filter((person) => person.id !== id)
    .toSorted((one, other) => fieldOf(one) - fieldOf(other));
}

/** Whom somebody knows: a box for each of the others, and for a line that is there how things are between the two. */
export function LinesOf({ person }: { person: Person }) {
  const { t } = useCommands();
  const map = useMap();
  const others = othersThan(map, person.id);
  return (
    <fieldset className="lines-of">
      <legend>{t('list.lines.title', { name: person.name })}</legend>
      <ul>
        <LineTo person={person} other="ego" name={t('map.sheet.toMe')} />
        {others.map(({ id, name }) => (
          <LineTo key={id} person={person} other={id} name={name} />
        ))}
      </ul>
      {others.length === 0 && <p className="quiet">{t('list.lines.nobody')}</p>}
    </fieldset>
  );
}

function LineTo({ person, other, name }: { person: Person; other: PersonId | 'ego'; name: string }) {
  const context = useCommands();
  const { t } = context;
  const relation = relationBetween(currentDrawing(useMap()), person.id, other);
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={relation ? 'line-to line-to-drawn' : 'line-to'}>
      <Checkbox
        label={<span translate={other === 'ego' ? undefined : 'no'}>{name}</span>}
        checked={relation !== null}
        onChange={({ target }) => setKnows(context, person.id, other, target.checked)}
      />
      {relation && (
        <button
          type="button"
          className="line-kind"
          aria-expanded={isOpen}
          aria-label={`${name}: ${t(TIE_WORDS[relation.kind])}`}
          onClick={() => setOpen(!isOpen)}
        >
          {t(TIE_WORDS[relation.kind])}
        </button>
      )}
      {relation && isOpen && <LineLook relation={relation} />}
    </li>
  );
}

/** How things are between two, and who supports whom. */
function LineLook({ relation }: { relation: Relation }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const nameOf = (id: PersonId | 'ego') => (id === 'ego' ? egoName(map, t) : (map.people[id]?.name ?? ''));
  const [from, to] = [nameOf(relation.between[0]), nameOf(relation.between[1])];
  return (
    <fieldset className="line-look">
      <legend className="visually-hidden">{t('list.lines.how', { from, to })}</legend>
      <ChoiceField
        label={t('map.tie.kind')}
        value={relation.kind}
        choices={RELATION_KINDS.map((value) => ({ value, text: t(TIE_WORDS[value]) }))}
        onChoose={(kind) => updateTie(context, relation.id, { kind })}
      />
      <ChoiceField
        label={t('map.tie.support')}
        value={relation.support}
        choices={SUPPORTS.map((value) => ({ value, text: supportWord(relation, value, from, to, t) }))}
        onChoose={(support) => updateTie(context, relation.id, { support })}
      />
    </fieldset>
  );
}
