import { Button, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { wordsOf } from '../../commands/people.ts';
import type { ScreenPoint } from '../../geometry/frame.ts';
import { MAX_TEXT } from '../../model/limits.ts';
import { useCommands } from '../kit/AppContext.tsx';
import { RelationField } from '../kit/RelationField.tsx';
import { useEscape } from '../kit/useEscape.ts';
import { useStandsIn } from '../kit/useStandsIn.ts';
import './AddHere.css';
import type { Draft, NewHere } from './useNameField.ts';

type Props = Pick<NewHere, 'place' | 'client'> & {
  readonly onType: (draft: Draft) => void;
  readonly onAdd: () => void;
  readonly onCancel: () => void;
};

const MARGIN = 8;
const BESIDE = 24;
/** With less than this below the bar, in pixels, the form may lie behind it: the field matters more than what stands above. */
const LEAST_ROOM = 176;
const TOOLS_COVERED = 'data-tools-covered';

/** The name field that opens where the finger was: sector and ring follow from the spot. */
export function AddHere({ place, client, onType, onAdd, onCancel }: Props) {
  const context = useCommands();
  const { t } = context;
  const [draft, setDraft] = useState<Draft>({ name: '', relation: '' });
  const form = useRef<HTMLFormElement>(null);
  useEscape(form, onCancel);
  useStandsIn('.map-screen', 'new', form);
  // First: the focus makes the browser lay out the page, which then answers where the form stands without doing it again.
  useLayoutEffect(() => {
    form.current?.querySelector('input')?.focus({ preventScroll: true });
  }, []);
  useInSight(form, client);
  const write = (patch: Partial<Draft>) => {
    setDraft({ ...draft, ...patch });
    onType({ ...draft, ...patch });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.name.trim() === '') form.current?.querySelector('input')?.focus();
    else onAdd();
  };
  const label = t(place.ring === 'outside' ? 'map.addHere.outside' : 'map.addHere', wordsOf(context, place));
  return (
    <>
      <Spot client={client} />
      <form ref={form} className="add-here" aria-label={label} onSubmit={submit}>
        <p className="quiet">{label}</p>
        <Textfield
          label={t('map.name')}
          value={draft.name}
          maxLength={MAX_TEXT}
          autoComplete="off"
          enterKeyHint="done"
          translate="no"
          dir="auto"
          onChange={({ target }) => write({ name: target.value })}
        />
        <RelationField
          label={t('map.relation.optional')}
          value={draft.relation}
          onType={(relation) => write({ relation })}
        />
        <div className="add-here-buttons">
          <Button type="submit">{t('map.add')}</Button>
          <Button type="button" variant="tertiary" onClick={onCancel}>
            {t('map.cancel')}
          </Button>
        </div>
      </form>
    </>
  );
}

/** Where the finger was. */
function Spot({ client: { x, y } }: { client: ScreenPoint }) {
  const [isTurned, setTurned] = useState(false);
  useEffect(() => {
    const width = window.innerWidth;
    // On a tablet that is turned the map lies elsewhere: then the words alone say where. The keyboard changes no width.
    const look = () => setTurned(window.innerWidth !== width);
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, []);
  if (isTurned) return null;
  return <span className="add-here-spot" style={{ left: x, top: y }} aria-hidden="true" />;
}

/** Beside the finger, inside what the keyboard on the screen leaves free (visualViewport). */
function useInSight(form: RefObject<HTMLFormElement | null>, client: ScreenPoint): void {
  useLayoutEffect(() => {
    const element = form.current;
    if (!element) return undefined;
    const screen = element.closest('.map-screen');
    const place = () => putInSight(element, client, screen);
    place();
    const observer = new ResizeObserver(place);
    observer.observe(element);
    window.visualViewport?.addEventListener('resize', place);
    window.visualViewport?.addEventListener('scroll', place);
    return () => {
      observer.disconnect();
      screen?.removeAttribute(TOOLS_COVERED);
      window.visualViewport?.removeEventListener('resize', place);
      window.visualViewport?.removeEventListener('scroll', place);
    };
  }, [form, client]);
}

function putInSight(element: HTMLElement, { x, y }: ScreenPoint, screen: Element | null): void {
  const view = window.visualViewport;
  const left = view?.offsetLeft ?? 0;
  const right = left + (view?.width ?? window.innerWidth);
  const above = view?.offsetTop ?? 0;
  const bottom = above + (view?.height ?? window.innerHeight);
  // Below the bar at the top, which would hide its first words; what is higher than the room there is scrolled.
  const belowBar = Math.max(above, screen?.getBoundingClientRect().top ?? 0);
  const top = bottom - belowBar < LEAST_ROOM ? above : belowBar;
  const room = bottom - top - 2 * MARGIN;
  const { offsetWidth: width, scrollHeight } = element;
  const height = Math.min(scrollHeight, room);
  const wanted = x + BESIDE + width > right - MARGIN ? x - BESIDE - width : x + BESIDE;
  const box = new DOMRect(
    Math.max(left + MARGIN, Math.min(wanted, right - MARGIN - width)),
    Math.max(top + MARGIN, Math.min(y - height / 2, bottom - MARGIN - height)),
    width,
    height,
  );
  // Asked before anything is written: else the page would be laid out once more.
  const isOnTools = liesOnTools(screen, box);
  element.style.left = `${box.x}px`;
  element.style.top = `${box.y}px`;
  element.style.maxHeight = `${room}px`;
  screen?.toggleAttribute(TOOLS_COVERED, isOnTools);
  const field = document.activeElement;
  if (scrollHeight > room && field && element.contains(field)) field.scrollIntoView({ block: 'nearest' });
}

/** On a small screen there is no room beside the tools: what can't be seen can't be reached either. */
function liesOnTools(screen: Element | null, { left, right, top, bottom }: DOMRect): boolean {
  const tools = screen?.querySelectorAll('.toolbar, .tray, .zoom-buttons') ?? [];
  return Array.from(tools, (each) => each.getBoundingClientRect()).some(
    (box) => box.width > 0 && box.left < right && left < box.right && box.top < bottom && top < box.bottom,
  );
}
