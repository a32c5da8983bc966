import { Button } from '@digdir/designsystemet-react';
import { useId } from 'react';
import type { Translate } from '../../i18n/translate.ts';
import './askToDelete.css';

/** As a `ref`: gives focus once, because it is not made anew with each drawing. */
export const focusIt = (button: HTMLButtonElement | null) => button?.focus();

type Props = {
  readonly question: string;
  readonly t: Translate;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** The one place that asks first. Focus begins where a hasty Enter does no harm. */
export function AskToDelete({ question, t, onYes, onNo }: Props) {
  const id = useId();
  return (
    <fieldset className="ask-to-delete" aria-labelledby={id}>
      <p id={id}>{question}</p>
      <div className="ask-to-delete-answers">
        <Button data-size="sm" onClick={onYes}>
          {t('start.delete.yes')}
        </Button>
        <Button data-size="sm" variant="secondary" ref={focusIt} onClick={onNo}>
          {t('start.delete.no')}
        </Button>
      </div>
    </fieldset>
  );
}
