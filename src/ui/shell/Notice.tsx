import type { ReactNode } from 'react';
import { Icon } from '../kit/Icon.tsx';
import './notices.css';

type Props = {
  readonly text: string;
  readonly more?: ReactNode;
  readonly tone?: 'quiet' | 'warning';
  /** Said at once. */
  readonly role?: 'alert';
  /** The way to put it away. */
  readonly dismiss?: { readonly label: string; readonly onClick: () => void };
  readonly children?: ReactNode;
};

/** One strip: a sentence, and beside it what can be done. */
export function Notice({ text, more, tone = 'quiet', role, dismiss, children }: Props) {
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <div className="notice-text">
        {text !== '' && <p>{text}</p>}
        {more}
      </div>
      {children && <div className="notice-actions">{children}</div>}
      {dismiss && (
        <button
          type="button"
          className="bar-button notice-dismiss"
          aria-label={dismiss.label}
          title={dismiss.label}
          onClick={dismiss.onClick}
        >
          <Icon name="close" size={20} />
        </button>
      )}
    </div>
  );
}
