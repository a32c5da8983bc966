import { Button } from '@digdir/designsystemet-react';
import type { PlainKey } from '../../i18n/translate.ts';
import type { SaveState as State } from '../../store/viewStore.ts';
import { useMapState, useT, useView } from '../kit/AppContext.tsx';
import { Notice } from './Notice.tsx';

/** The long words where there is room, and short ones on a phone. */
const WORDS = {
  saved: ['map.saved.here', 'start.saved.here'],
  saving: ['map.saved.saving', 'map.saved.saving'],
  failed: ['map.saved.failed', 'start.saved.failed'],
  off: ['map.saved.off', 'map.saved.off'],
} as const satisfies Record<State, readonly [PlainKey, PlainKey]>;

/** Is what one sees kept? Always in sight; said aloud by the live region when it fails. */
export function SaveState() {
  const t = useT();
  const readOnly = useMapState((state) => state.readOnly);
  const saveState = useView((view) => view.saveState);
  const [long, short] = readOnly ? (['start.saved.readOnly', 'start.saved.readOnly'] as const) : WORDS[saveState];
  return (
    <span className="save-state" data-save-state={readOnly ? 'off' : saveState}>
      <span className="save-state-long">{t(long)}</span>
      <span className="save-state-short">{t(short)}</span>
    </span>
  );
}

type Props = { readonly onRetry: () => void; readonly onDownload: () => void };

/** Stays until a save succeeds; a copy can always be made from memory. */
export function SaveFailed({ onRetry, onDownload }: Props) {
  const t = useT();
  const failed = useView((view) => view.saveState === 'failed');
  if (!failed) return null;
  return (
    <Notice text={t('start.saved.failedLong')} tone="warning">
      <Button data-size="sm" onClick={onDownload}>
        {t('map.downloadCopy')}
      </Button>
      <Button data-size="sm" variant="secondary" onClick={onRetry}>
        {t('map.retry')}
      </Button>
    </Notice>
  );
}
