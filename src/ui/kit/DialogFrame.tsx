import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useCommands, useView } from './AppContext.tsx';
import './DialogFrame.css';
import { Icon } from './Icon.tsx';

/** The platform's dialog over the screen: Escape closes, the page behind is out of reach, the focus goes back. */
export function DialogFrame({ title, children }: { title: string; children: ReactNode }) {
  const { t, viewStore } = useCommands();
  const { text, count } = useView(({ announcement }) => announcement);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();

  useEffect(() => {
    const opener = document.activeElement;
    if (dialog.current?.open === false) dialog.current.showModal();
    // Else the platform would put it on the button that closes.
    const first = dialog.current?.querySelector<HTMLElement>('[data-focus-first]');
    (first ?? heading.current)?.focus();
    return () => {
      // At once: a dialog that opens in this one's place then finds the same opener.
      if (opener instanceof HTMLElement || opener instanceof SVGElement) opener.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className="dialog-frame"
      aria-labelledby={titleId}
      onClose={() => viewStore.getState().set({ dialog: null })}
    >
      <header>
        <h2 ref={heading} id={titleId} tabIndex={-1}>
          {title}
        </h2>
        <Button variant="tertiary" icon aria-label={t('map.close')} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </Button>
      </header>
      <div className="dialog-frame-body">{children}</div>
      {/* The page's own live region lies behind the dialog, where nobody hears it. */}
      <output className="visually-hidden">
        <span key={count}>{text}</span>
      </output>
    </dialog>
  );
}
