import { Button } from '@digdir/designsystemet-react';
import type { Translate } from '../../i18n/translate.ts';
import { Notice } from '../shell/Notice.tsx';

type Props = { readonly t: Translate; readonly onOpen: () => void; readonly onForget: () => void };

/** The way back to a map that is stored nowhere, and nobody's title. */
export function UnsavedNotice({ t, onOpen, onForget }: Props) {
  return (
    <Notice text={t('start.left.unsaved')}>
      <Button data-size="sm" variant="secondary" onClick={onOpen}>
        {t('start.left.open')}
      </Button>
      <Button data-size="sm" variant="tertiary" onClick={onForget}>
        {t('start.left.forget')}
      </Button>
    </Notice>
  );
}
