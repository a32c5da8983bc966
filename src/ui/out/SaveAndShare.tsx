import { Button } from '@digdir/designsystemet-react';
import { type FileKind, fileName } from '../../export/fileNames.ts';
import { canShareFiles, saveBlob, savesByShareSheet, shareBlob } from '../../export/saveBlob.ts';
import { useT } from '../kit/AppContext.tsx';

type Props = {
  /** null while it is being made. */
  readonly blob: Blob | null;
  readonly kind: FileKind;
  /** What it is, where several stand beside each other: said after the word on the button. */
  readonly of?: string;
  /** Says what has come of it. */
  readonly say: (text: string) => void;
  /** It was handed out: saved as far as anybody can tell, or shared for certain. */
  readonly onOut?: (how: 'saved' | 'shared') => void;
};

const TYPES = {
  png: 'image/png',
  svg: 'image/svg+xml',
  csv: 'text/csv',
  map: 'application/json',
  sealedMap: 'application/octet-stream',
  calendar: 'text/calendar',
  pdf: 'application/pdf',
} as const satisfies Record<FileKind, string>;

/** Two ways out, side by side: into the downloads, and by the share sheet where there is one. */
export function SaveAndShare({ blob, kind, of, say, onOut }: Props) {
  const t = useT();
  const nameNow = () => fileName(kind, new Date());
  const type = TYPES[kind];
  const share = async (file: Blob) => {
    const outcome = await shareBlob(file, nameNow());
    if (outcome === 'shared') {
      say(t('out.shared'));
      onOut?.('shared');
    }
    if (outcome === 'failed' || outcome === 'unavailable') say(t('out.share.failed'));
  };
  return (
    <div className="out-actions">
      {!savesByShareSheet(type) && (
        <Button
          disabled={blob === null}
          {...named(t(blob === null ? 'out.preparing' : 'out.save'), of)}
          onClick={() => {
            if (!blob) return;
            const name = nameNow();
            saveBlob(blob, name);
            say(t('out.saved', { name }));
            onOut?.('saved');
          }}
        >
          {t(blob === null ? 'out.preparing' : 'out.save')}
        </Button>
      )}
      {canShareFiles(type) && (
        <Button
          variant="secondary"
          disabled={blob === null}
          {...named(t('out.share'), of)}
          onClick={() => blob && void share(blob)}
        >
          {t('out.share')}
        </Button>
      )}
    </div>
  );
}

const named = (word: string, of: string | undefined) => (of === undefined ? {} : { 'aria-label': `${word} – ${of}` });
