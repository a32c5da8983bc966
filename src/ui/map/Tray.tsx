import { type FormEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { addPerson } from '../../commands/people.ts';
import type { MapCanvas } from '../../canvas/createMapCanvas.ts';
import { MAX_TEXT } from '../../model/limits.ts';
import { peopleInTray } from '../../model/questions.ts';
import type { Person } from '../../model/types.ts';
import { useCommands, useMap, useView } from '../kit/AppContext.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useEscape } from '../kit/useEscape.ts';
import { useStandsIn } from '../kit/useStandsIn.ts';
import { focusSheet } from './sheetFocus.ts';
import './Tray.css';
import { useTrayDrag } from './useTrayDrag.ts';

type Props = { readonly canvas: RefObject<MapCanvas | null>; readonly threshold: (pointerType: string) => number };

/** People not placed yet: written one after the other without the keyboard closing, then dragged or tapped onto the map. */
export function Tray({ canvas, threshold }: Props) {
  const context = useCommands();
  const { t } = context;
  const people = peopleInTray(useMap());
  const writing = useView((view) => view.writingNames);
  const isThere = people.length > 0 || writing;
  const section = useRef<HTMLElement>(null);
  useStandsIn('.map-screen', 'tray', section, isThere);
  if (!isThere) return null;
  return (
    <section ref={section} className="tray" data-tray aria-label={t('map.tray')}>
      <h2 className="quiet">{t('map.tray')}</h2>
      {people.length > 0 && (
        <ul>
          {people.map((person) => (
            <li key={person.id}>
              <TrayChip person={person} canvas={canvas} threshold={threshold} />
            </li>
          ))}
        </ul>
      )}
      {writing && <NamesForm />}
      {people.length > 0 && <p className="quiet tray-hint">{t('map.tray.hint')}</p>}
    </section>
  );
}

function NamesForm() {
  const context = useCommands();
  const { t } = context;
  const [name, setName] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), []);
  const form = useRef<HTMLFormElement>(null);
  const close = useCallback(() => context.viewStore.getState().set({ writingNames: false }), [context]);
  useEscape(form, close);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') {
      close();
      return;
    }
    addPerson(context, { name }, 'tray');
    setName('');
    input.current?.focus({ preventScroll: true });
  };
  return (
    <form ref={form} className="tray-form" onSubmit={submit}>
      <input
        ref={input}
        aria-label={t('map.name')}
        placeholder={t('map.tray.add')}
        value={name}
        maxLength={MAX_TEXT}
        autoComplete="off"
        enterKeyHint="next"
        translate="no"
        dir="auto"
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="plain-button primary">
        {t('map.add')}
      </button>
      <button type="button" className="round-button" aria-label={t('map.close')} onClick={close}>
        <Icon name="close" size={20} />
      </button>
    </form>
  );
}

/** A name in the tray: tapped it waits for a place, dragged it goes there. */
function TrayChip({ person, canvas, threshold }: Props & { person: Person }) {
  const context = useCommands();
  const isSelected = useView((view) => view.selection.people.includes(person.id));
  const { ghost, ...handlers } = useTrayDrag(person.id, canvas, threshold);
  const choose = ({ detail }: { detail: number }) => {
    const { set, select } = context.viewStore.getState();
    // A click without a pointer is the keyboard's: the place is then said in words, in the sheet.
    const byKeyboard = detail === 0;
    flushSync(() => {
      select([person.id]);
      set(byKeyboard ? { sheetOpen: true } : { mode: 'move' });
    });
    if (byKeyboard) focusSheet();
  };
  return (
    <>
      <button
        type="button"
        className="tray-chip"
        aria-pressed={isSelected}
        translate="no"
        onClick={choose}
        {...handlers}
      >
        <bdi>{person.name}</bdi>
      </button>
      {ghost && (
        <span className="tray-ghost" aria-hidden="true" style={{ left: ghost.x, top: ghost.y }}>
          <bdi>{person.name}</bdi>
        </span>
      )}
    </>
  );
}
