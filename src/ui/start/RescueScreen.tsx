import { Button, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { longDate } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import { localDate } from '../../model/newMap.ts';
import type { MapId } from '../../model/types.ts';
import type { SecondMap } from '../../storage/rescue.ts';
import { PASSPHRASE_FIELD } from '../guard/passphraseField.ts';
import '../shell/messageScreen.css';
import './rescueScreen.css';

type Outcome = 'done' | 'wrong' | 'failed';

export type RescuePort = {
  /** Hands the copy out as a file, sealed as it was. */
  readonly save: (id: MapId, passphrase: string | null) => Promise<Outcome>;
  /** Opens it in memory. */
  readonly open: (id: MapId, passphrase: string | null) => Promise<Outcome>;
  /** A new database from the copies; what is shown after that is somebody else's. False: it is as before. */
  readonly rebuild: () => Promise<boolean>;
  readonly retry: () => void;
  readonly goOn: () => void;
};

type Props = {
  readonly t: Translate;
  readonly language: Language;
  readonly copies: readonly SecondMap[];
  /** Files that the browser can't open, rather than another window or a newer app. */
  readonly damaged: boolean;
  readonly port: RescuePort;
};

/**
 * The browser's database can't be opened: the second copies can be had, and one can go on without storing. Nothing is deleted
 * unless a new database is asked for.
 */
export function RescueScreen({ t, language, copies, damaged, port }: Props) {
  return (
    <main className="message-screen">
      <div className="card rescue">
        <h1>{t('rescue.title')}</h1>
        <p>
          {t('rescue.body')} {t(copies.length > 0 ? 'rescue.body.copies' : 'rescue.body.none')}
        </p>
        <ul className="rescue-copies">
          {copies.map((copy, at) => (
            <Copy key={copy.id} t={t} language={language} copy={copy} number={at + 1} port={port} />
          ))}
        </ul>
        {damaged && <Rebuild t={t} port={port} />}
      </div>
      <div className="message-actions">
        <Button variant={damaged ? 'secondary' : 'primary'} onClick={port.retry}>
          {t('failure.retry')}
        </Button>
        <Button variant="secondary" onClick={port.goOn}>
          {t('rescue.goOn')}
        </Button>
      </div>
    </main>
  );
}

/** A way back for good. */
function Rebuild({ t, port }: Pick<Props, 't' | 'port'>) {
  const [said, setSaid] = useState<'works' | 'failed' | null>(null);
  const act = async () => {
    if (said === 'works') return;
    setSaid('works');
    if (!(await port.rebuild())) setSaid('failed');
  };
  return (
    <div className="rescue-rebuild">
      <p>{t('rescue.rebuild.body')}</p>
      <Button onClick={() => void act()}>{t('rescue.rebuild')}</Button>
      <output>
        {said === 'works' && t('rescue.rebuilding')}
        {said === 'failed' && t('rescue.rebuildFailed')}
      </output>
    </div>
  );
}

type CopyProps = Omit<Props, 'copies' | 'damaged'> & { readonly copy: SecondMap; readonly number: number };

/** One map: when it was saved, never whose it is. */
function Copy({ t, language, copy: { id, savedAt, passphrase }, number, port }: CopyProps) {
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<Outcome | 'works' | null>(null);
  const name = t('rescue.copy', { number, date: longDate(language, localDate(new Date(savedAt))) });
  const act = async (what: (id: MapId, passphrase: string | null) => Promise<Outcome>) => {
    if (said === 'works') return;
    setSaid('works');
    setSaid(await what(id, passphrase ? typed : null));
  };
  return (
    <li>
      <h2>{name}</h2>
      {passphrase && (
        <Textfield
          {...PASSPHRASE_FIELD}
          type="password"
          label={t('guard.passphrase')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <div className="rescue-actions">
        <Button
          data-size="sm"
          variant="secondary"
          aria-label={t('rescue.saveNamed', { name })}
          onClick={() => void act(port.save)}
        >
          {t('rescue.save')}
        </Button>
        <Button
          data-size="sm"
          variant="tertiary"
          aria-label={t('rescue.openNamed', { name })}
          onClick={() => void act(port.open)}
        >
          {t('rescue.open')}
        </Button>
      </div>
      {/* Always there, so that what comes into it is said. */}
      <output>
        {said === 'done' && t('rescue.saved')}
        {said === 'wrong' && t('guard.locked.wrong')}
        {said === 'failed' && t('failure.recovery.copyFailed')}
      </output>
    </li>
  );
}
