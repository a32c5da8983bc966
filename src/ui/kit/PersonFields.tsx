import { Switch } from '@digdir/designsystemet-react';
import { typeInPerson, updatePerson } from '../../commands/people.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { PERSON_KINDS, type Person, type PersonSymbol, SYMBOLS } from '../../model/types.ts';
import { KIND_WORDS } from '../../scene/words.ts';
import { useCommands, useMap } from './AppContext.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { NameField } from './NameField.tsx';
import './PersonFields.css';
import { PlaceFields } from './PlaceFields.tsx';
import { RelationField } from './RelationField.tsx';
import { WrittenField } from './WrittenField.tsx';

const SYMBOL_WORDS = {
  neutral: 'symbol.neutral',
  circle: 'symbol.circle',
  square: 'symbol.square',
  other: 'symbol.other',
} as const satisfies Record<PersonSymbol, PlainKey>;

/** Everything the map holds about one person: the same form in the map's sheet and in the list. */
export function PersonFields({ person }: { person: Person }) {
  const context = useCommands();
  const { t } = context;
  const { id } = person;
  return (
    <div className="person-fields">
      <NameField person={person} label={t('map.name')} />
      <RelationField
        label={t('map.relation')}
        value={person.relation}
        onType={(relation) => typeInPerson(context, id, { relation })}
        onLeave={() => context.mapStore.getState().endField()}
      />
      <PlaceFields id={id} />
      <PersonFacts person={person} />
    </div>
  );
}

/** What is said about a person besides who they are and where they stand. */
export function PersonFacts({ person }: { person: Person }) {
  const context = useCommands();
  const { t } = context;
  const { shapes } = useMap();
  const { id, kind } = person;
  return (
    <>
      <ChoiceField
        label={t('map.sheet.kind')}
        value={kind}
        choices={PERSON_KINDS.map((value) => ({ value, text: t(KIND_WORDS[value]) }))}
        onChoose={(chosen) => updatePerson(context, id, { kind: chosen })}
      />
      {shapes && kind === 'person' && (
        <ChoiceField
          label={t('map.sheet.symbol')}
          value={person.symbol}
          choices={SYMBOLS.map((value) => ({ value, text: t(SYMBOL_WORDS[value]) }))}
          onChoose={(symbol) => updatePerson(context, id, { symbol })}
        />
      )}
      <PersonSwitches person={person} />
      <WrittenField
        label={t('map.sheet.note')}
        description={t('map.sheet.note.hint')}
        value={person.note}
        rows={2}
        onType={(note) => typeInPerson(context, id, { note })}
      />
    </>
  );
}

function PersonSwitches({ person }: { person: Person }) {
  const context = useCommands();
  const { t } = context;
  const { id, kind } = person;
  return (
    <div className="person-switches">
      {(kind === 'person' || person.child) && (
        <Switch
          label={t('map.sheet.child')}
          checked={person.child}
          onChange={({ target }) => updatePerson(context, id, { child: target.checked })}
        />
      )}
      {(kind === 'person' || kind === 'animal' || person.deceased) && (
        <Switch
          label={t('map.sheet.deceased')}
          checked={person.deceased}
          onChange={({ target }) => updatePerson(context, id, { deceased: target.checked })}
        />
      )}
      <Switch
        label={t('map.sheet.offPaper')}
        description={t('map.sheet.offPaper.hint')}
        checked={person.offPaper}
        onChange={({ target }) => updatePerson(context, id, { offPaper: target.checked })}
      />
    </div>
  );
}
