import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useState } from 'react';
import type { NotCarried } from '../../document/foreign/notCarried.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import type { Repair } from '../../model/repairKinds.ts';
import { useCommands, useMapState, useT, useView } from '../kit/AppContext.tsx';
import { NOT_CARRIED_WORDS, REPAIR_WORDS } from './failureWords.ts';
import { Notice } from './Notice.tsx';
import { SaveFailed } from './SaveState.tsx';

export type NoticeActions = {
  readonly keep: () => void;
  readonly goBack: () => void;
  readonly throwAway: () => void;
  readonly takeOver: () => void;
  readonly retrySave: () => void;
  readonly downloadCopy: () => void;
  readonly dismissFailure: () => void;
};

type Props = {
  readonly origin: 'new' | 'stored' | 'file' | 'example';
  readonly repairs: readonly Repair[];
  readonly notCarriedOver: readonly NotCarried[];
  readonly olderCopyUsed: boolean;
  readonly restored: boolean;
  /** Another map waits behind this one. */
  readonly canGoBack: boolean;
  readonly failure: PlainKey | null;
  readonly actions: NoticeActions;
};

/** Quiet strips under the bar: what one should know about this map, and what can be done about it. */
export function Notices(props: Props) {
  const { origin, failure, actions } = props;
  const t = useT();
  const readOnly = useMapState((state) => state.readOnly);
  return (
    <section className="notices" aria-label={t('start.notices')}>
      {failure && <FailureNotice text={t(failure)} dismiss={t('map.dismiss')} onDismiss={actions.dismissFailure} />}
      <SaveFailed onRetry={actions.retrySave} onDownload={actions.downloadCopy} />
      {readOnly && (
        <Notice text={t('map.readOnly')}>
          <Small onClick={actions.takeOver}>{t('map.takeOver')}</Small>
        </Notice>
      )}
      {origin === 'file' && <OpenedNotice {...props} />}
      {origin === 'example' && <ExampleNotice {...props} />}
      <NotesNotice {...props} />
    </section>
  );
}

function Small({ onClick, children, quiet = false }: { onClick: () => void; children: ReactNode; quiet?: boolean }) {
  return (
    <Button data-size="sm" variant={quiet ? 'tertiary' : 'secondary'} onClick={onClick}>
      {children}
    </Button>
  );
}

/** Why a file was not opened; `role="alert"` says it at once. */
type FailureProps = { readonly text: string; readonly dismiss: string; readonly onDismiss: () => void };
export function FailureNotice({ text, dismiss, onDismiss }: FailureProps) {
  return <Notice text={text} tone="warning" role="alert" dismiss={{ label: dismiss, onClick: onDismiss }} />;
}

/** A strip that is put away for as long as the map is open. */
function useDismiss() {
  const t = useT();
  const [dismissed, setDismissed] = useState(false);
  return { dismissed, dismiss: { label: t('map.dismiss'), onClick: () => setDismissed(true) } };
}

function OpenedNotice({ canGoBack, actions }: Props) {
  const t = useT();
  const { viewStore } = useCommands();
  const unkept = useView((view) => view.saveState === 'off');
  const { dismissed, dismiss } = useDismiss();
  if (dismissed || (!unkept && !canGoBack)) return null;
  const keep = () => {
    actions.keep();
    viewStore.getState().announce(t('start.opened.kept'));
  };
  return (
    <Notice text={unkept ? `${t('map.opened')} ${t('start.opened.ask')}` : t('map.opened')} dismiss={dismiss}>
      {unkept && <Small onClick={keep}>{t('start.opened.keep')}</Small>}
      {canGoBack && (
        <Small quiet onClick={actions.goBack}>
          {t('map.opened.back')}
        </Small>
      )}
    </Notice>
  );
}

function ExampleNotice({ canGoBack, actions }: Props) {
  const t = useT();
  const { dismissed, dismiss } = useDismiss();
  if (dismissed) return null;
  return (
    <Notice text={t('start.exampleStrip')} dismiss={dismiss}>
      <Small onClick={actions.throwAway}>{t('start.exampleStrip.close')}</Small>
      {canGoBack && (
        <Small quiet onClick={actions.goBack}>
          {t('map.opened.back')}
        </Small>
      )}
    </Notice>
  );
}

/** What was put right, and what could not come along. */
function NotesNotice({ repairs, notCarriedOver, olderCopyUsed, restored }: Props) {
  const t = useT();
  const { dismissed, dismiss } = useDismiss();
  if (dismissed || (repairs.length === 0 && notCarriedOver.length === 0 && !olderCopyUsed && !restored)) return null;
  const repaired = new Set(repairs.map(({ kind }) => REPAIR_WORDS[kind]));
  const left = new Set(notCarriedOver.map(({ kind }) => NOT_CARRIED_WORDS[kind]));
  return (
    <Notice
      dismiss={dismiss}
      text={told(olderCopyUsed, restored)
        .map((key) => t(key))
        .join(' ')}
      more={
        <Notes
          lists={[
            ['failure.repaired', repaired],
            ['failure.notCarried', left],
          ]}
        />
      }
    />
  );
}

const told = (olderCopyUsed: boolean, restored: boolean): readonly PlainKey[] => {
  if (restored) return olderCopyUsed ? ['guard.restored.here', 'guard.lookWhetherMissing'] : ['guard.restored.here'];
  return olderCopyUsed ? ['start.olderCopy'] : [];
};

function Notes({ lists }: { lists: readonly (readonly [PlainKey, ReadonlySet<PlainKey>])[] }) {
  const t = useT();
  return lists
    .filter(([, sentences]) => sentences.size > 0)
    .map(([heading, sentences]) => (
      <div key={heading}>
        <p>{t(heading)}</p>
        <ul>
          {[...sentences].map((sentence) => (
            <li key={sentence}>{t(sentence)}</li>
          ))}
        </ul>
      </div>
    ));
}
