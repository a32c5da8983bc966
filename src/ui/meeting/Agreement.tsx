import { Button } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { planMeeting, typeInMeeting } from '../../commands/invitations.ts';
import { useCommands } from '../kit/AppContext.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';

/** What you agree on about openness: a text is offered, yours to change or to leave out. */
export function Agreement({ text }: { text: string }) {
  const context = useCommands();
  const { t } = context;
  const container = useRef<HTMLDivElement>(null);
  // A field that was emptied stays until it is left.
  const [isWriting, setWriting] = useState(false);
  const write = (agreement: string) => {
    setWriting(false);
    planMeeting(context, { agreement });
    // The button that was pressed is gone: on to what stands there instead.
    queueMicrotask(() => container.current?.querySelector<HTMLElement>('textarea, button')?.focus());
  };
  return (
    <div className="meeting-agreement" ref={container}>
      {text === '' && !isWriting ? (
        <Button variant="secondary" onClick={() => write(t('meeting.agreement.text'))}>
          {t('meeting.agreement.add')}
        </Button>
      ) : (
        <>
          <WrittenField
            label={t('meeting.agreement')}
            value={text}
            rows={6}
            onType={(agreement) => {
              setWriting(true);
              typeInMeeting(context, { agreement });
            }}
            onLeave={() => setWriting(false)}
          />
          <Button variant="tertiary" onClick={() => write('')}>
            {t('meeting.agreement.remove')}
          </Button>
        </>
      )}
    </div>
  );
}
