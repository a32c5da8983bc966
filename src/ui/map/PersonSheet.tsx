import { anyLinesBetween, knownBy, canBeInvited, currentDrawing, placeOf } from '../../model/questions.ts';
import type { NetworkMap, Person, PersonId } from '../../model/types.ts';
import { KIND_WORDS, marksOf, someNames } from '../../scene/words.ts';
import { useCommands, useMap, useView } from '../kit/AppContext.tsx';
import { LinesOf } from '../kit/LinesOf.tsx';
import { PersonFields } from '../kit/PersonFields.tsx';
import { WishButton } from '../kit/WishButton.tsx';
import { CommandButton } from './CommandButton.tsx';
import { Sheet } from './Sheet.tsx';

/** About one person: nearer, further away, where to, whom they know, whether to invite; the rest behind "Mer om …". */
export function PersonSheet({ id }: { id: PersonId }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const isOpen = useView((view) => view.sheetOpen);
  const person = map.people[id];
  if (!person) return null;
  const close = () => context.viewStore.getState().select([]);
  const toggle = () => context.viewStore.getState().set({ sheetOpen: !isOpen });
  const isPlaced = placeOf(map, id) !== 'tray';
  return (
    <Sheet
      title={<bdi translate="no">{person.name}</bdi>}
      label={t('map.sheet.about', { name: person.name })}
      onClose={close}
    >
      <p className="quiet">{[person.relation || t(KIND_WORDS[person.kind]), ...marksOf(person, t)].join(' · ')}</p>
      <div className="sheet-buttons">
        {isPlaced && <CommandButton id="nearer" icon="nearer" />}
        {isPlaced && <CommandButton id="further" icon="further" />}
        <CommandButton id="move" icon="move" />
        <CommandButton id="tie" icon="tie" />
      </div>
      <WhomTheyKnow map={map} person={person} />
      {canBeInvited(person) && (
        <div className="sheet-wish">
          <span className="quiet">{t('map.sheet.toMeeting')}</span>
          <WishButton person={person} />
        </div>
      )}
      <button type="button" className="link-button" aria-expanded={isOpen} onClick={toggle}>
        {isOpen ? t('map.sheet.less') : t('map.sheet.more', { name: person.name })}
      </button>
      {isOpen && (
        <>
          <PersonFields person={person} />
          <LinesOf person={person} />
          <div className="sheet-buttons">
            {isPlaced && <CommandButton id="toTray" className="plain-button wide" />}
            <CommandButton id="remove" icon="trash" className="plain-button wide" />
            <CommandButton id="forget" className="plain-button wide" />
          </div>
        </>
      )}
    </Sheet>
  );
}

/** Said only once lines are being drawn: before that, nobody "knows nobody". */
function WhomTheyKnow({ map, person: { id, kind, deceased } }: { map: NetworkMap; person: Person }) {
  const { t } = useCommands();
  const drawing = currentDrawing(map);
  const names = knownBy(drawing, id).flatMap((other) => map.people[other]?.name ?? []);
  if (names.length > 0) return <p className="quiet">{someNames(names, t)}</p>;
  return anyLinesBetween(drawing) && kind === 'person' && !deceased ? (
    <p className="quiet">{t('map.sheet.knowsNone')}</p>
  ) : null;
}
