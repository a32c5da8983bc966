import { Button } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import type { PlainKey } from '../../i18n/translate.ts';
import type { FileKind } from '../../export/fileNames.ts';
import type { Raster, RasterFailure } from '../../export/raster.ts';
import { useT } from '../kit/AppContext.tsx';
import { SaveAndShare } from './SaveAndShare.tsx';
import { usePrepared } from './usePrepared.ts';

const FAILURE_WORDS = {
  notDrawn: 'out.picture.notDrawn',
  empty: 'out.picture.empty',
  tooSlow: 'out.picture.tooSlow',
  notMade: 'out.pdf.failed',
} as const satisfies Record<RasterFailure, PlainKey>;

type Props = {
  readonly make: () => Promise<Raster>;
  readonly kind: FileKind;
  /** What it is, where several stand beside each other. */
  readonly of?: string;
  readonly say: (text: string) => void;
};

/** A file that takes a moment: made at once, handed out when it is there. */
export function PreparedFile({ make, kind, of, say }: Props) {
  const t = useT();
  const prepared = usePrepared(make);
  const failure = prepared.state === 'failed' ? t(FAILURE_WORDS[prepared.failure]) : '';
  useEffect(() => {
    say(failure);
  }, [failure, say]);
  return (
    <div data-prepared={prepared.state} aria-busy={prepared.state === 'preparing'}>
      {prepared.state === 'failed' ? (
        <Button variant="secondary" onClick={prepared.retry}>
          {t('out.again')}
        </Button>
      ) : (
        <SaveAndShare
          blob={prepared.state === 'ready' ? prepared.blob : null}
          kind={kind}
          say={say}
          {...(of === undefined ? {} : { of })}
        />
      )}
    </div>
  );
}
