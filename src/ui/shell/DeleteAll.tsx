import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { Translate } from '../../i18n/translate.ts';
import { AskToDelete, focusIt } from './AskToDelete.tsx';

/** Everything on this device: asked once. The receipt is a screen of its own. */
export function DeleteAll({ t, onDelete }: { t: Translate; onDelete: () => void }) {
  const [state, setState] = useState<'not yet' | 'asks' | 'no longer' | 'works'>('not yet');
  if (state === 'works') return <output>{t('removed.all.works')}</output>;
  if (state === 'asks') {
    const words = { yes: 'removed.all.yes', no: 'removed.all.no' } as const;
    const yes = () => {
      setState('works');
      onDelete();
    };
    return (
      <AskToDelete question={t('removed.all.ask')} words={words} t={t} onYes={yes} onNo={() => setState('no longer')} />
    );
  }
  return (
    <Button
      className="delete-all"
      variant="tertiary"
      ref={state === 'no longer' ? focusIt : null}
      onClick={() => setState('asks')}
    >
      {t('removed.all')}
    </Button>
  );
}
