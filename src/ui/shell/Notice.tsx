import type { ReactNode } from 'react';
import './notices.css';

type Props = {
  readonly text: string;
  readonly more?: ReactNode;
  readonly tone?: 'quiet' | 'warning';
  readonly role?: 'alert' | 'status';
  readonly children?: ReactNode;
};

/** One strip: a sentence, and beside it what can be done. */
export function Notice({ text, more, tone = 'quiet', role, children }: Props) {
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <div className="notice-text">
        {text !== '' && <p>{text}</p>}
        {more}
      </div>
      {children && <div className="notice-actions">{children}</div>}
    </div>
  );
}
