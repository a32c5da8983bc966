import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { Translate } from '../../i18n/translate.ts';
import { Notice } from './Notice.tsx';

type Props = {
  readonly t: Translate;
  /** Loads the page anew. */
  readonly onUse: () => void;
  /** Something would be lost, or is on its way to be stored: it must wait. */
  readonly mustWait: boolean;
};

/** A newer build is there: used only when the user says so, and never over something unsaved. */
export function UpdateNotice({ t, onUse, mustWait }: Props) {
  const [later, setLater] = useState(false);
  if (later) return null;
  const text = mustWait ? `${t('start.newer')} ${t('start.newer.wait')}` : t('start.newer');
  return (
    <Notice text={text} dismiss={{ label: t('start.newer.later'), onClick: () => setLater(true) }}>
      {!mustWait && (
        <Button data-size="sm" variant="secondary" onClick={onUse}>
          {t('start.newer.use')}
        </Button>
      )}
    </Notice>
  );
}
