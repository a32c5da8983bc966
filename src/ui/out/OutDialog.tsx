import { Button } from '@digdir/designsystemet-react';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useCommands } from '../kit/AppContext.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Segmented } from '../shell/Segmented.tsx';
import { FilePanel } from './FilePanel.tsx';
import { ListPanel } from './ListPanel.tsx';
import './out.css';
import { OutPreview } from './OutPreview.tsx';
import { useChoose, useOut } from './outChoices.ts';
import { PicturePanel } from './PicturePanel.tsx';
import { PrintPanel } from './PrintPanel.tsx';
import { useSheets } from './useSheets.ts';

const KINDS = ['print', 'picture', 'list', 'file'] as const;

/** What leaves the device, and nothing else, on the left; the choices on the right. */
export function OutDialog() {
  const { t, viewStore } = useCommands();
  const dialog = useRef<HTMLDialogElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const title = useId();
  const { kind } = useOut();
  const choose = useChoose();
  const sheets = useSheets();
  const [said, setSaid] = useState({ text: '', count: 0 });
  const say = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), []);

  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="out-dialog"
      aria-labelledby={title}
      onClose={() => viewStore.getState().set({ dialog: null })}
    >
      <header>
        <h2 id={title}>{t('out.title')}</h2>
        <Button variant="tertiary" icon aria-label={t('out.close')} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </Button>
      </header>
      <div className="out-body">
        {/* Scrolls by itself, so the keyboard must reach it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className="out-preview" aria-label={t('out.preview')} tabIndex={0}>
          <OutPreview sheets={sheets} page={page} />
        </section>
        <section className="out-panel" aria-label={t('out.kinds')}>
          <Segmented
            label={t('out.kinds')}
            value={kind}
            options={KINDS.map((value) => ({ value, label: t(`out.kind.${value}`) }))}
            onChange={(value) => choose({ kind: value })}
          />
          <output className="out-said">
            {/* The same sentence twice is two sentences. */}
            {said.text !== '' && <span key={said.count}>{said.text}</span>}
          </output>
          {kind === 'print' && <PrintPanel sheets={sheets} say={say} />}
          {kind === 'picture' && <PicturePanel sheet={sheets.map} say={say} />}
          {kind === 'list' && <ListPanel page={page} say={say} />}
          {kind === 'file' && <FilePanel say={say} />}
        </section>
      </div>
    </dialog>
  );
}
