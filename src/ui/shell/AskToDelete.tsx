import { Button } from '@digdir/designsystemet-react';
import { useId } from 'react';
import type { PlainKey, Translate } from '../../i18n/translate.ts';
import './askToDelete.css';

/** As a `ref`: gives focus once, because it is not made anew with each drawing. */
export const focusIt = (button: HTMLButtonElement | null) => button?.focus();

type Props = {
  readonly question: string;
  /** Else what is deleted is a map. */
  readonly words?: { readonly yes: PlainKey; readonly no: PlainKey };
  readonly t: Translate;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

const MAP_WORDS = { yes: 'start.delete.yes', no: 'start.delete.no' } as const;

/** The one place that asks first. Focus begins where a hasty Enter does no harm. */
export function AskToDelete({ question, words = MAP_WORDS, t, onYes, onNo }: Props) {
  const id = useId();
  return (
    <fieldset className="ask-to-delete" aria-labelledby={id}>
      <p id={id}>{question}</p>
      <div className="ask-to-delete-answers">
        <Button data-size="sm" onClick={onYes}>
          {t(words.yes)}
        </Button>
        <Button data-size="sm" variant="secondary" ref={focusIt} onClick={onNo}>
          {t(words.no)}
        </Button>
      </div>
    </fieldset>
  );
}
