import { Button } from '@digdir/designsystemet-react';
import type { Translate } from '../../i18n/translate.ts';
import type { Receipt } from '../../storage/removal.ts';
import { focusIt } from './AskToDelete.tsx';
import './messageScreen.css';
import { RemovalReceipt } from './RemovalReceipt.tsx';

type Props = { readonly t: Translate; readonly removed: Receipt; readonly onAnew: () => void };

/** After everything was deleted: the receipt, and the way to a page that knows nothing. */
export function GoneScreen({ t, removed, onAnew }: Props) {
  const isAll = removed.every(({ left }) => left === 0);
  return (
    <main className="message-screen">
      <div className="card">
        <h1>{t(isAll ? 'removed.title' : 'removed.title.left')}</h1>
        <RemovalReceipt t={t} receipt={removed} />
      </div>
      <div className="message-actions">
        <Button ref={focusIt} onClick={onAnew}>
          {t('removed.anew')}
        </Button>
      </div>
    </main>
  );
}
