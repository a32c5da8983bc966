import { Button } from '@digdir/designsystemet-react';
import { useId } from 'react';
import type { Translate } from '../../i18n/translate.ts';

type Props = {
  readonly t: Translate;
  readonly name: string;
  readonly onKeep: () => void;
  readonly onFile: () => void;
  readonly onDelete: () => void;
};

/** A map that nobody has used for long: asked about once. Nothing happens by itself, whatever is answered or not. */
export function OldMap({ t, name, onKeep, onFile, onDelete }: Props) {
  const id = useId();
  return (
    <fieldset className="ask-to-delete" aria-labelledby={id}>
      <p id={id}>{t('old.ask', { map: name })}</p>
      <div className="ask-to-delete-answers">
        <Button data-size="sm" onClick={onKeep}>
          {t('old.keep')}
        </Button>
        <Button data-size="sm" variant="secondary" onClick={onFile}>
          {t('old.file')}
        </Button>
        <Button data-size="sm" variant="tertiary" onClick={onDelete}>
          {t('old.delete')}
        </Button>
      </div>
    </fieldset>
  );
}
