import { Button, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { PlainKey, Translate } from '../../i18n/translate.ts';
import { Rings } from '../start/Rings.tsx';
import './guard.css';
import { PASSPHRASE_FIELD } from './passphraseField.ts';

type Props = {
  readonly t: Translate;
  /** A file is asked for in other words than a map. */
  readonly words?: { readonly title: PlainKey; readonly wrong: PlainKey; readonly back: PlainKey };
  readonly onUnlock: (passphrase: string) => Promise<'opened' | 'wrong' | 'failed'>;
  readonly onStart: () => void;
};

const MAP_WORDS = { title: 'guard.locked.title', wrong: 'guard.locked.wrong', back: 'failure.toStart' } as const;

/** A locked map; whose it is, nobody can tell. */
export function LockScreen({ t, words = MAP_WORDS, onUnlock, onStart }: Props) {
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(false);
  const [state, setState] = useState<'waits' | 'opening' | 'wrong' | 'failed'>('waits');
  const unlock = async () => {
    if (typed.trim() === '' || state === 'opening') return;
    setState('opening');
    const outcome = await onUnlock(typed);
    if (outcome !== 'opened') setState(outcome);
  };
  return (
    <main className="guard-screen">
      <Rings />
      <h1>{t(words.title)}</h1>
      <form
        className="guard-form"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <Textfield
          {...PASSPHRASE_FIELD}
          label={t('guard.passphrase')}
          type={shown ? 'text' : 'password'}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setState('waits');
          }}
        />
        <label className="guard-show">
          <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} /> {t('guard.passphrase.show')}
        </label>
        {/* Always there, so that what comes into it is said. */}
        <p role="alert" className="guard-failure">
          {state === 'wrong' && t(words.wrong)}
          {state === 'failed' && t('failure.stored.failed')}
        </p>
        <div className="guard-actions">
          <Button type="submit" aria-disabled={state === 'opening'}>
            {t(state === 'opening' ? 'guard.locked.opening' : 'guard.locked.open')}
          </Button>
          <Button variant="tertiary" type="button" onClick={onStart}>
            {t(words.back)}
          </Button>
        </div>
      </form>
    </main>
  );
}
