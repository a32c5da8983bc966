import { Button, Textfield } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { fileToKeep } from '../../export/mapFile.ts';
import { plainPassphrase } from '../../model/passphrase.ts';
import type { OutStore } from '../../store/outStore.ts';
import { PASSPHRASE_FIELD } from '../guard/passphraseField.ts';
import '../guard/passphraseWords.css';
import { useCommands, useMap, useT } from '../kit/AppContext.tsx';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { type Home, homeOf, sealForHome, type Step, stepOf, useHome } from './homeFlow.ts';
import './HomeDialog.css';
import { SaveAndShare } from './SaveAndShare.tsx';

export type HomePort = {
  /** Is the map stored here, or only open? */
  readonly kept: () => boolean;
  /** Deletes the map here and goes to the start screen, where the receipt stands. Rejects when it is still there. */
  readonly deleteHere: () => Promise<void>;
};

const STEPS = ['file', 'paper', 'delete'] as const;

/** *Ta med kartet hjem*: file, passphrase, deletion. Can be left at each step, and nothing is lost. */
export function HomeDialog({ port }: { port: HomePort }) {
  const { mapStore, t } = useCommands();
  const store = homeOf(mapStore);
  const home = useHome(store);
  const step = stepOf(home, useMap());
  return (
    <DialogFrame title={t('home.title')}>
      <div className="home">
        <p>{t('home.what')}</p>
        <Steps now={step} />
        {step === 'file' && <FileStep store={store} />}
        {step === 'paper' && <PaperStep store={store} />}
        {step === 'delete' && <DeleteStep port={port} />}
      </div>
    </DialogFrame>
  );
}

function Steps({ now }: { now: Step }) {
  const t = useT();
  return (
    <ol className="home-steps">
      {STEPS.map((step) => (
        <li key={step} aria-current={step === now ? 'step' : undefined}>
          {t(`home.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

type StepProps = { readonly store: OutStore<Home> };

/** Made at once, so that it is there when the share sheet is asked for. */
function FileStep({ store }: StepProps) {
  const { t, app } = useCommands();
  const map = useMap();
  const { file, passphrase } = useHome(store);
  const [failed, setFailed] = useState(false);
  const [said, setSaid] = useState('');
  const [saved, setSaved] = useState(false);
  const blob = file?.of === map ? file.blob : null;
  const choose = store.getState().choose;
  useEffect(() => {
    if (blob || failed) return undefined;
    let isWanted = true;
    const make = async () => {
      const sealed = await sealForHome(await fileToKeep(map).text(), passphrase);
      if (isWanted) choose({ file: { of: map, blob: sealed } });
    };
    // The words are drawn before the tablet is busy.
    const timer = setTimeout(() => void make().catch(() => isWanted && setFailed(true)), 50);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [blob, failed, map, passphrase, choose]);
  const onOut = (how: 'saved' | 'shared') => {
    app.copyMade();
    if (how === 'shared') choose({ left: blob });
    else setSaved(true);
  };
  return (
    <section className="home-step" aria-label={t('home.step.file')}>
      <p>{t('home.file')}</p>
      <SaveAndShare blob={blob} kind="sealedMap" say={setSaid} onOut={onOut} />
      <output>{said}</output>
      {saved && (
        <>
          <p>{t('home.file.look')}</p>
          <Button onClick={() => choose({ left: blob })}>{t('home.file.found')}</Button>
        </>
      )}
      <p role="alert" className="home-failure">
        {failed && t('home.file.failed')}
      </p>
      {failed && (
        <Button variant="secondary" onClick={() => setFailed(false)}>
          {t('out.again')}
        </Button>
      )}
    </section>
  );
}

const focusIt = (heading: HTMLElement | null) => heading?.focus();

function PaperStep({ store }: StepProps) {
  const t = useT();
  const { passphrase } = useHome(store);
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'guard.setup.differs' | null>(null);
  return (
    <section className="home-step" aria-label={t('home.step.paper')}>
      <p ref={focusIt} tabIndex={-1}>
        {t('home.paper')}
      </p>
      <output className="passphrase-words" translate="no">
        {passphrase}
      </output>
      <p>{t('guard.setup.noWayBack')}</p>
      <form
        className="home-step"
        onSubmit={(event) => {
          event.preventDefault();
          if (['', plainPassphrase(passphrase)].includes(plainPassphrase(typed)))
            store.getState().choose({ written: true });
          else setState('guard.setup.differs');
        }}
      >
        <Textfield
          {...PASSPHRASE_FIELD}
          label={t('home.paper.try')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setState(null);
          }}
        />
        <p role="alert" className="home-failure">
          {state && t(state)}
        </p>
        <div className="home-actions">
          <Button type="submit">{t('home.paper.written')}</Button>
        </div>
      </form>
    </section>
  );
}

function DeleteStep({ port }: { port: HomePort }) {
  const { t, viewStore } = useCommands();
  const [state, setState] = useState<'asks' | 'works' | 'failed'>('asks');
  const remove = async () => {
    if (state === 'works') return;
    setState('works');
    await port.deleteHere().catch(() => setState('failed'));
  };
  return (
    <section className="home-step" aria-label={t('home.step.delete')}>
      <p ref={focusIt} tabIndex={-1}>
        {t(port.kept() ? 'home.delete' : 'home.delete.unkept')}
      </p>
      <p role="alert" className="home-failure">
        {state === 'failed' && t('start.delete.failed')}
      </p>
      <div className="home-actions">
        <Button aria-disabled={state === 'works'} onClick={() => void remove()}>
          {t(port.kept() ? 'home.delete.yes' : 'home.delete.unkept.yes')}
        </Button>
        <Button variant="secondary" onClick={() => viewStore.getState().set({ dialog: null })}>
          {t('home.delete.no')}
        </Button>
      </div>
    </section>
  );
}
