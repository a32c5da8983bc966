import { useState } from 'react';
import type { PlainKey } from '../i18n/translate.ts';
import { type MessageAction, MessageScreen } from '../ui/shell/MessageScreen.tsx';
import { openEarlier, rawOf } from './earlier.ts';
import { saveRaw } from './rawFile.ts';
import type { Session } from './session.ts';
import type { Trouble } from './sessionState.ts';
import { useSession } from './useSession.ts';

type Props = { readonly session: Session; readonly trouble: Trouble };

/** A stored map that can't be opened: nothing is deleted, and what is there can be taken along. */
export function TroubleScreen({ session, trouble }: Props) {
  const { t } = useSession(session);
  const [failure, setFailure] = useState<PlainKey>(trouble.failure);
  const { id, raw, mayHelpToRetry, recovery } = trouble;

  const openCopy = async () => {
    if (!(await openEarlier(session, id))) setFailure('failure.recovery.copyFailed');
  };
  const saveStored = async () => {
    const text = raw === '' ? await rawOf(session, id) : raw;
    if (text === '') setFailure('failure.recovery.copyFailed');
    else saveRaw(text);
  };
  const tell = (work: Promise<void>) => void work.catch(() => setFailure('failure.notLoaded'));
  const action = (label: PlainKey, onClick: () => void): MessageAction => ({ label: t(label), onClick });
  const actions = [
    ...(recovery || raw !== '' ? [action('failure.saveRaw', () => tell(saveStored()))] : []),
    ...(recovery ? [action('failure.recovery.copy', () => tell(openCopy()))] : []),
    ...(mayHelpToRetry ? [action('failure.retry', () => void session.openStored(id))] : []),
    action(recovery ? 'failure.recovery.anew' : 'failure.toStart', () => session.toStart()),
  ];
  return <MessageScreen title={t('failure.recovery.title')} body={t(failure)} actions={actions} />;
}
