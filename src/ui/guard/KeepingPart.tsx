import { Button } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { longDate } from '../../i18n/dates.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { localDate } from '../../model/newMap.ts';
import type { IsoDateTime } from '../../model/types.ts';
import type { Persistence } from '../../storage/persistence.ts';
import {
  COVER_MINUTES,
  HIDDEN_MINUTES,
  LOCK_MINUTES,
  readSettings,
  type Settings,
  writeSettings,
} from '../../storage/settings.ts';
import { useT, useView } from '../kit/AppContext.tsx';
import { PillRadios } from '../kit/PillRadios.tsx';
import './guard.css';
import { PassphraseSetup } from './PassphraseSetup.tsx';

/** How the map was before. */
export type EarlierMap = { readonly at: IsoDateTime; readonly open: () => void };

export type KeepingPort = {
  readonly hasPassphrase: () => boolean;
  /** Resolves with whether everything that is stored is sealed so now. */
  readonly setPassphrase: (passphrase: string) => Promise<boolean>;
  readonly removePassphrase: () => Promise<boolean>;
  /** From now on stored nowhere, and what was stored is gone; false when that did not succeed. */
  readonly stopKeeping: () => Promise<boolean>;
  readonly persistence: () => Promise<Persistence>;
  readonly earlier: () => Promise<readonly EarlierMap[]>;
};

/** How a kept map is kept: with a passphrase or without, for how long, and what there is of it from before. */
export function KeepingPart({ port }: { port: KeepingPort }) {
  return (
    <>
      <PassphrasePart port={port} />
      <PersistencePart port={port} />
      <EarlierPart port={port} />
      <StopKeepingPart port={port} />
      <TimesPart hasPassphrase={port.hasPassphrase()} />
    </>
  );
}

function PassphrasePart({ port }: { port: KeepingPort }) {
  const t = useT();
  const [has, setHas] = useState(port.hasPassphrase);
  const [doing, setDoing] = useState<'nothing' | 'setting' | 'removing'>('nothing');
  const [told, setTold] = useState<PlainKey | null>(null);
  const begin = (what: typeof doing) => {
    setTold(null);
    setDoing(what);
  };
  const end = (went: boolean, done: PlainKey): boolean => {
    setTold(went ? done : 'guard.setup.failed');
    setHas(port.hasPassphrase());
    if (went) setDoing('nothing');
    return went;
  };
  return (
    <section className="guard-part">
      <h4>{t('guard.passphrase')}</h4>
      <p>{t(has ? 'guard.has' : 'guard.hasNone')}</p>
      {/* Always there, so that what comes into it is said. */}
      <output>{told && t(told)}</output>
      {doing === 'setting' && (
        <PassphraseSetup
          t={t}
          onDone={async (passphrase) => end(await port.setPassphrase(passphrase), 'guard.set')}
          onCancel={() => setDoing('nothing')}
        />
      )}
      {doing === 'removing' && (
        <div className="guard-actions">
          <p>{t('guard.remove.ask')}</p>
          <Button onClick={() => void port.removePassphrase().then((went) => end(went, 'guard.removed'))}>
            {t('guard.remove')}
          </Button>
          <Button variant="secondary" onClick={() => setDoing('nothing')}>
            {t('guard.setup.cancel')}
          </Button>
        </div>
      )}
      {doing === 'nothing' && (
        <div className="guard-actions">
          <Button variant="secondary" onClick={() => begin('setting')}>
            {t(has ? 'guard.change' : 'guard.set.begin')}
          </Button>
          {has && (
            <Button variant="tertiary" onClick={() => begin('removing')}>
              {t('guard.remove.begin')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

const PERSISTENCE_WORDS = {
  granted: 'guard.persistence.granted',
  denied: 'guard.persistence.denied',
  unknown: 'guard.persistence.unknown',
} as const satisfies Record<Persistence, PlainKey>;

/** What the browser answered, as it answered it. */
function PersistencePart({ port }: { port: KeepingPort }) {
  const t = useT();
  const [answer, setAnswer] = useState<Persistence | null>(null);
  useEffect(() => void port.persistence().then(setAnswer), [port]);
  return <p className="quiet">{answer && t(PERSISTENCE_WORDS[answer])}</p>;
}

function EarlierPart({ port }: { port: KeepingPort }) {
  const t = useT();
  const language = useView((view) => view.language);
  const [maps, setMaps] = useState<readonly EarlierMap[]>([]);
  useEffect(() => {
    port.earlier().then(setMaps, () => setMaps([]));
  }, [port]);
  if (maps.length === 0) return null;
  const timeOf = (at: Date) => `${String(at.getHours()).padStart(2, '0')}.${String(at.getMinutes()).padStart(2, '0')}`;
  return (
    <section className="guard-part">
      <h4>{t('guard.earlier')}</h4>
      <p className="quiet">{t('guard.earlier.hint')}</p>
      <ul className="guard-points">
        {maps.map(({ at, open }) => {
          const when = `${longDate(language, localDate(new Date(at)))} ${timeOf(new Date(at))}`;
          return (
            <li key={at}>
              <span>{when}</span>
              <Button
                data-size="sm"
                variant="tertiary"
                aria-label={t('guard.earlier.openNamed', { when })}
                onClick={open}
              >
                {t('guard.earlier.open')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function StopKeepingPart({ port }: { port: KeepingPort }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const stop = () => void port.stopKeeping().then((went) => setFailed(!went));
  return (
    <section className="guard-part">
      {asking ? (
        <>
          <p>{t('guard.stop.ask')}</p>
          <div className="guard-actions">
            <Button onClick={stop}>{t('guard.stop.yes')}</Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {t('guard.setup.cancel')}
            </Button>
          </div>
        </>
      ) : (
        <div className="guard-actions">
          <Button variant="tertiary" onClick={() => setAsking(true)}>
            {t('guard.stop')}
          </Button>
        </div>
      )}
      {failed && <p role="alert">{t('start.delete.failed')}</p>}
    </section>
  );
}

type Minutes = 'coverAfter' | 'lockAfter' | 'lockHiddenAfter';
const TIMES = [
  ['coverAfter', 'guard.times.cover', COVER_MINUTES],
  ['lockAfter', 'guard.times.lock', LOCK_MINUTES],
  ['lockHiddenAfter', 'guard.times.hidden', HIDDEN_MINUTES],
] as const satisfies readonly (readonly [Minutes, PlainKey, readonly number[]])[];

/** Of the device: how long the map stands when nobody touches it. */
function TimesPart({ hasPassphrase }: { hasPassphrase: boolean }) {
  const t = useT();
  const [settings, setSettings] = useState(readSettings);
  const change = (patch: Partial<Settings>) => {
    const next = { ...readSettings(), ...patch };
    writeSettings(next);
    setSettings(next);
  };
  return (
    <section className="guard-part">
      {TIMES.filter(([key]) => hasPassphrase || key === 'coverAfter').map(([key, legend, minutes]) => (
        <PillRadios
          key={key}
          legend={t(legend)}
          value={String(settings[key])}
          choices={minutes.map((count) => ({
            value: String(count),
            text: count === 0 ? t('guard.times.never') : t('guard.times.minutes', { count }),
          }))}
          onChoose={(chosen) => change({ [key]: Number(chosen) })}
        />
      ))}
    </section>
  );
}
