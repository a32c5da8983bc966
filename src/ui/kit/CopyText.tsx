import { Button } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { useCommands } from './AppContext.tsx';
import './CopyText.css';

type Props = {
  readonly text: string;
  readonly label: string;
  readonly variant?: 'primary' | 'secondary' | 'tertiary';
  /** In a dialog that has a live region of its own: the page's lies behind it, where nobody hears it. */
  readonly say?: (text: string) => void;
};

/** Into the clipboard, for a message or an e-mail; where the browser lets nobody, the text is there for the hand. */
export function CopyText({ text, label, variant = 'secondary', say }: Props) {
  const { t, viewStore } = useCommands();
  const id = useId();
  const [copied, setCopied] = useState<string | null>(null);
  const [byHand, setByHand] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setByHand(false);
      setCopied(text);
      (say ?? viewStore.getState().announce)(t('copy.done'));
    } catch {
      setByHand(true);
    }
  };
  return (
    <>
      <Button variant={variant} onClick={() => void copy()}>
        {copied === text ? t('copy.done') : label}
      </Button>
      {byHand && (
        <div className="copy-by-hand">
          <label htmlFor={id}>{t('copy.byHand')}</label>
          <textarea
            id={id}
            className="ds-input"
            readOnly
            rows={6}
            value={text}
            onFocus={({ target }) => target.select()}
          />
        </div>
      )}
    </>
  );
}
