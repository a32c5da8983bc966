import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { Translate } from '../../i18n/translate.ts';
import { AskToDelete, focusIt } from '../shell/AskToDelete.tsx';
import { Notice } from '../shell/Notice.tsx';

type Props = { readonly t: Translate; readonly onOpen: () => void; readonly onThrowAway: () => void };

const WORDS = { yes: 'start.left.yes', no: 'start.delete.no' } as const;

/** The way back to a map that is stored nowhere, and nobody's title. */
export function UnsavedNotice({ t, onOpen, onThrowAway }: Props) {
  const [asking, setAsking] = useState<boolean | 'no longer'>(false);
  if (asking === true) {
    return (
      <Notice
        text=""
        more={
          <AskToDelete
            question={t('start.left.ask')}
            words={WORDS}
            t={t}
            onYes={() => {
              // Of several the next one asks anew.
              setAsking(false);
              onThrowAway();
            }}
            onNo={() => setAsking('no longer')}
          />
        }
      />
    );
  }
  return (
    <Notice text={t('start.left.unsaved')}>
      <Button data-size="sm" variant="secondary" onClick={onOpen}>
        {t('start.left.open')}
      </Button>
      <Button
        data-size="sm"
        variant="tertiary"
        ref={asking === 'no longer' ? focusIt : null}
        onClick={() => setAsking(true)}
      >
        {t('start.left.forget')}
      </Button>
    </Notice>
  );
}
