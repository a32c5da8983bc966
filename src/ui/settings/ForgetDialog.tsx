import { Button, Checkbox } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { textsNaming } from '../../model/everywhere.ts';
import type { PersonId } from '../../model/types.ts';
import { useCommands, useMap, useView } from '../kit/AppContext.tsx';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { focusIt } from '../shell/AskToDelete.tsx';
import './ForgetDialog.css';

/** What was gone through, by kind and count. */
export type Forgotten = {
  readonly drawings: number;
  readonly meetings: number;
  /** Earlier copies and restore points that went. */
  readonly copies: number;
  readonly points: number;
  /** What was looked at afterwards and still has the person; null: it could not be looked at. */
  readonly left: number | null;
};

export type ForgetPort = {
  /** Is the map stored here at all? */
  readonly kept: () => boolean;
  /** Null when nothing was removed. */
  readonly forget: (id: PersonId, texts: boolean) => Promise<Forgotten | null>;
};

/** *Fjern overalt*: says what goes and what can't be reached, asks once, and tells what was done without saying who. */
export function ForgetDialog({ port }: { port: ForgetPort }) {
  const { t } = useCommands();
  const [done, setDone] = useState<Forgotten | null>(null);
  return (
    <DialogFrame title={t('forget.title')}>
      <div className="forget">{done ? <Done port={port} done={done} /> : <Ask port={port} onDone={setDone} />}</div>
    </DialogFrame>
  );
}

function Ask({ port, onDone }: { port: ForgetPort; onDone: (done: Forgotten) => void }) {
  const { t, viewStore } = useCommands();
  const map = useMap();
  const id = useView(({ forgetting }) => forgetting);
  const [texts, setTexts] = useState(false);
  const [state, setState] = useState<'asks' | 'works' | 'failed'>('asks');
  const person = id === null ? undefined : map.people[id];
  if (id === null || !person) return <p>{t('forget.nobody')}</p>;
  const named = textsNaming(map, id);
  const forget = async () => {
    if (state === 'works') return;
    setState('works');
    const done = await port.forget(id, texts);
    if (done) {
      // Also puts another sentence in the place of what was said last: it may have named the person.
      viewStore.getState().announce(t('forget.done'));
      onDone(done);
    } else setState('failed');
  };
  return (
    <>
      <p>{t('forget.ask', { name: person.name })}</p>
      <ul>
        <li>{t('forget.what')}</li>
        {port.kept() && <li>{t('forget.earlier')}</li>}
        <li>{t('forget.noUndo')}</li>
      </ul>
      {named > 0 && (
        <Checkbox
          label={t('forget.texts', { count: named })}
          checked={texts}
          onChange={({ target }) => setTexts(target.checked)}
        />
      )}
      <p className="quiet">{t('forget.notReached')}</p>
      {/* Always there, so that what comes into it is said. */}
      <p role="alert" className="forget-failure">
        {state === 'failed' && t('forget.failed')}
      </p>
      <div className="forget-actions">
        <Button aria-disabled={state === 'works'} onClick={() => void forget()}>
          {t(state === 'works' ? 'forget.works' : 'forget.yes')}
        </Button>
        <Button variant="secondary" data-focus-first onClick={() => viewStore.getState().set({ dialog: null })}>
          {t('forget.no')}
        </Button>
      </div>
    </>
  );
}

function Done({ port, done }: { port: ForgetPort; done: Forgotten }) {
  const { t, viewStore } = useCommands();
  const { drawings, meetings, copies, points, left } = done;
  return (
    <>
      <div>
        <p>{t('forget.done')}</p>
        <ul>
          <li>{t('forget.done.drawings', { count: drawings })}</li>
          {meetings > 0 && <li>{t('forget.done.meetings', { count: meetings })}</li>}
          {points > 0 && <li>{t('forget.done.points', { count: points })}</li>}
          {copies > 0 && <li>{t('forget.done.copies')}</li>}
        </ul>
        {port.kept() && left === 0 && <p>{t('forget.looked')}</p>}
        {left !== 0 && <p className="forget-failure">{t('forget.left')}</p>}
      </div>
      <p className="quiet">{t('forget.notReached')}</p>
      <div className="forget-actions">
        <Button ref={focusIt} onClick={() => viewStore.getState().set({ dialog: null })}>
          {t('forget.close')}
        </Button>
      </div>
    </>
  );
}
