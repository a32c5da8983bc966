import { Button, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { wordsOf } from '../../commands/people.ts';
import type { ScreenPoint } from '../../geometry/frame.ts';
import { MAX_TEXT } from '../../model/limits.ts';
import type { CellPlace } from '../../model/types.ts';
import { useCommands } from '../kit/AppContext.tsx';
import { RelationField } from '../kit/RelationField.tsx';
import './AddHere.css';
import { addAt } from './taps.ts';

type Props = { readonly place: CellPlace; readonly client: ScreenPoint; readonly onDone: () => void };

const MARGIN = 8;

/** The name field that opens where the finger was: sector and ring follow from the spot. */
export function AddHere({ place, client, onDone }: Props) {
  const context = useCommands();
  const { t } = context;
  const [name, setName] = useState('');
  const [relation, setRelation] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useInSight(form, client);
  useLayoutEffect(() => {
    form.current?.querySelector('input')?.focus({ preventScroll: true });
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    addAt(context, place, name, relation);
    onDone();
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDone();
  };
  const label = t('map.addHere', wordsOf(context, place));
  return (
    <form ref={form} className="add-here" aria-label={label} onSubmit={submit} onKeyDown={escape}>
      <p className="quiet">{label}</p>
      <Textfield
        label={t('map.name')}
        value={name}
        maxLength={MAX_TEXT}
        autoComplete="off"
        enterKeyHint="done"
        translate="no"
        onChange={({ target }) => setName(target.value)}
      />
      <RelationField label={t('map.relation.optional')} value={relation} onType={setRelation} />
      <div className="add-here-buttons">
        <Button type="submit">{t('map.add')}</Button>
        <Button type="button" variant="tertiary" onClick={onDone}>
          {t('map.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Beside the finger, inside what the keyboard on the screen leaves free (visualViewport). */
function useInSight(form: React.RefObject<HTMLFormElement | null>, client: ScreenPoint): void {
  useLayoutEffect(() => {
    const place = () => {
      const element = form.current;
      if (!element) return;
      const view = window.visualViewport;
      const left = view?.offsetLeft ?? 0;
      const top = view?.offsetTop ?? 0;
      const right = left + (view?.width ?? window.innerWidth);
      const bottom = top + (view?.height ?? window.innerHeight);
      const { offsetWidth: width, offsetHeight: height } = element;
      const wantedX = client.x + 24 + width > right - MARGIN ? client.x - 24 - width : client.x + 24;
      element.style.left = `${Math.max(left + MARGIN, Math.min(wantedX, right - MARGIN - width))}px`;
      element.style.top = `${Math.max(top + MARGIN, Math.min(client.y - height / 2, bottom - MARGIN - height))}px`;
    };
    place();
    window.visualViewport?.addEventListener('resize', place);
    window.visualViewport?.addEventListener('scroll', place);
    return () => {
      window.visualViewport?.removeEventListener('resize', place);
      window.visualViewport?.removeEventListener('scroll', place);
    };
  }, [form, client]);
}
