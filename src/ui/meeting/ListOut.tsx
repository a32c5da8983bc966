import { Button } from '@digdir/designsystemet-react';
import { COMMANDS } from '../../commands/table.ts';
import { useCommands } from '../kit/AppContext.tsx';
import { CopyText } from '../kit/CopyText.tsx';
import { useChoose } from '../out/outChoices.ts';
import { useListText } from '../out/useListText.ts';

/** The list on paper, or as text for a message. Those who are kept off paper are in neither. */
export function ListOut() {
  const context = useCommands();
  const { t } = context;
  const choose = useChoose();
  const text = useListText();
  const print = () => {
    choose({ kind: 'print', papers: ['list'] });
    COMMANDS.print.run(context);
  };
  return (
    <div className="list-out">
      <Button onClick={() => context.viewStore.getState().set({ dialog: 'letters' })}>{t('letter.open')}</Button>
      <Button variant="secondary" onClick={print}>
        {t('meeting.print')}
      </Button>
      <CopyText text={text} label={t('out.list.copy')} />
    </div>
  );
}
