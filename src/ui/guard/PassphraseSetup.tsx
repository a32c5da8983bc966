import { Button, Textfield } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import type { Translate } from '../../i18n/translate.ts';
import { plainPassphrase } from '../../model/passphrase.ts';
import './guard.css';
import { PASSPHRASE_FIELD } from './passphraseField.ts';
import './passphraseWords.css';
import { proposePassphrase } from './passphraseWords.ts';

type Props = {
  readonly t: Translate;
  /** Seals with it; false when that did not succeed. */
  readonly onDone: (passphrase: string) => Promise<boolean>;
  readonly onCancel: () => void;
};

/** Shorter than this it is found too soon by somebody who has the tablet and time. */
const SHORTEST = 12;

/** Five words, or one's own; then typed once more, because nobody can help afterwards. */
export function PassphraseSetup({ t, onDone, onCancel }: Props) {
  const [passphrase, setPassphrase] = useState(() => proposePassphrase());
  const [step, setStep] = useState<'choose' | 'write' | 'test'>('choose');
  return (
    <div className="guard-setup">
      {/* Before anything can be chosen. */}
      <p className="guard-warning">{t('guard.setup.noWayBack')}</p>
      {step === 'choose' && (
        <Proposal
          t={t}
          words={passphrase}
          onOther={() => setPassphrase(proposePassphrase())}
          onOwn={() => setStep('write')}
          onGoOn={() => setStep('test')}
          onCancel={onCancel}
        />
      )}
      {step === 'write' && (
        <Own
          t={t}
          onGoOn={(own) => {
            setPassphrase(own);
            setStep('test');
          }}
          onCancel={onCancel}
        />
      )}
      {step === 'test' && <Test t={t} passphrase={passphrase} onDone={onDone} onBack={() => setStep('choose')} />}
    </div>
  );
}

type ProposalProps = Pick<Props, 't' | 'onCancel'> & {
  readonly words: string;
  readonly onOther: () => void;
  readonly onOwn: () => void;
  readonly onGoOn: () => void;
};

function Proposal({ t, words, onOther, onOwn, onGoOn, onCancel }: ProposalProps) {
  return (
    <>
      <p>{t('guard.setup.proposal')}</p>
      <output className="passphrase-words" translate="no">
        {words}
      </output>
      <div className="guard-actions">
        <Button onClick={onGoOn}>{t('guard.setup.written')}</Button>
        <Button variant="secondary" onClick={onOther}>
          {t('guard.setup.other')}
        </Button>
        <Button variant="tertiary" onClick={onOwn}>
          {t('guard.setup.own')}
        </Button>
        <Button variant="tertiary" onClick={onCancel}>
          {t('guard.setup.cancel')}
        </Button>
      </div>
    </>
  );
}

type OwnProps = Pick<Props, 't' | 'onCancel'> & { readonly onGoOn: (own: string) => void };

function Own({ t, onGoOn, onCancel }: OwnProps) {
  const [own, setOwn] = useState('');
  const [tooShort, setTooShort] = useState(false);
  return (
    <form
      className="guard-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (plainPassphrase(own).length < SHORTEST) setTooShort(true);
        else onGoOn(own);
      }}
    >
      <Textfield
        {...PASSPHRASE_FIELD}
        ref={focusIt}
        label={t('guard.setup.ownLabel')}
        description={t('guard.setup.ownHint')}
        value={own}
        onChange={(event) => setOwn(event.target.value)}
      />
      <p role="alert" className="guard-failure">
        {tooShort && plainPassphrase(own).length < SHORTEST && t('guard.setup.tooShort')}
      </p>
      <div className="guard-actions">
        <Button type="submit">{t('guard.setup.goOn')}</Button>
        <Button variant="tertiary" type="button" onClick={onCancel}>
          {t('guard.setup.cancel')}
        </Button>
      </div>
    </form>
  );
}

const focusIt = (field: HTMLInputElement | null) => field?.focus();

type TestProps = Pick<Props, 't' | 'onDone'> & { readonly passphrase: string; readonly onBack: () => void };

function Test({ t, passphrase, onDone, onBack }: TestProps) {
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'waits' | 'sealing' | 'guard.setup.differs' | 'guard.setup.failed'>('waits');
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => void (mounted.current = false);
  }, []);
  const done = async () => {
    if (state === 'sealing') return;
    if (plainPassphrase(typed) !== plainPassphrase(passphrase)) {
      setState('guard.setup.differs');
      return;
    }
    setState('sealing');
    const went = await onDone(typed);
    if (!went && mounted.current) setState('guard.setup.failed');
  };
  return (
    <form
      className="guard-form"
      onSubmit={(event) => {
        event.preventDefault();
        void done();
      }}
    >
      <Textfield
        {...PASSPHRASE_FIELD}
        ref={focusIt}
        label={t('guard.setup.test')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setState('waits');
        }}
      />
      <p role="alert" className="guard-failure">
        {state !== 'waits' && state !== 'sealing' && t(state)}
      </p>
      <div className="guard-actions">
        <Button type="submit" aria-disabled={state === 'sealing'}>
          {t(state === 'sealing' ? 'guard.setup.sealing' : 'guard.setup.seal')}
        </Button>
        <Button variant="tertiary" type="button" onClick={onBack}>
          {t('guard.setup.seeAgain')}
        </Button>
      </div>
    </form>
  );
}
