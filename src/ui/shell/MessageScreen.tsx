import { Button } from '@digdir/designsystemet-react';
import './messageScreen.css';

export type MessageAction = { readonly label: string; readonly onClick: () => void };

type Props = { readonly title: string; readonly body: string; readonly actions: readonly MessageAction[] };

/** One sheet of paper with what has happened and what can be done; stands alone when nothing else can be shown. */
export function MessageScreen({ title, body, actions }: Props) {
  return (
    <main className="message-screen">
      <div className="card" role="alert">
        <h1>{title}</h1>
        <p>{body}</p>
      </div>
      <div className="message-actions">
        {actions.map(({ label, onClick }, index) => (
          <Button key={label} variant={index === 0 ? 'primary' : 'secondary'} onClick={onClick}>
            {label}
          </Button>
        ))}
      </div>
    </main>
  );
}
