import { Button } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { mapOf } from '../../commands/context.ts';
import { COMMANDS } from '../../commands/table.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { listAsText } from './listAsText.ts';

/** The list on paper, or as text for a message. Those who are kept off paper are in neither. */
export function ListOut() {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const textId = useId();
  // The text that could not be copied by the app: shown, so that a hand can.
  const [byHand, setByHand] = useState<string | null>(null);
  const [copied, setCopied] = useState<typeof map | null>(null);
  const copy = async () => {
    const text = listAsText(mapOf(context), context.t, context.viewStore.getState().language);
    try {
      await navigator.clipboard.writeText(text);
      setByHand(null);
      setCopied(map);
      context.viewStore.getState().announce(t('meeting.copied'));
    } catch {
      setByHand(text);
    }
  };
  return (
    <div className="list-out">
      <div className="list-out-buttons">
        <Button onClick={() => context.viewStore.getState().set({ dialog: 'letters' })}>{t('letter.open')}</Button>
        <Button variant="secondary" onClick={() => COMMANDS.print.run(context)}>
          {t('meeting.print')}
        </Button>
        <Button variant="secondary" onClick={() => void copy()}>
          {t(copied === map ? 'meeting.copied' : 'meeting.copy')}
        </Button>
      </div>
      {byHand !== null && (
        <div className="list-out-text">
          <label htmlFor={textId}>{t('meeting.copyByHand')}</label>
          <textarea
            id={textId}
            className="ds-input"
            readOnly
            rows={8}
            value={byHand}
            onFocus={({ target }) => target.select()}
          />
        </div>
      )}
    </div>
  );
}
