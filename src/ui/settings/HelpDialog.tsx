import { commandById } from '../../commands/table.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { useCommands } from '../kit/AppContext.tsx';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { Icon, type IconName } from '../kit/Icon.tsx';
import './HelpDialog.css';

const LINES = [
  { icon: 'person', words: 'help.add' },
  { icon: 'move', words: 'help.move' },
  { icon: 'tie', words: 'help.tie' },
  { icon: 'ring', words: 'help.ring' },
  { icon: 'invite', words: 'help.invite' },
  { icon: 'undo', words: 'help.undo' },
  { icon: 'list', words: 'help.list' },
  { icon: 'eye', words: 'help.names' },
] as const satisfies readonly { icon: IconName; words: PlainKey }[];

/** All one needs to know, on one screen, and where to turn if drawing hurts. */
export function HelpDialog() {
  const context = useCommands();
  const { t, viewStore } = context;
  return (
    <DialogFrame title={t('help.title')}>
      <ul className="help-lines">
        {LINES.map(({ icon, words }) => (
          <li key={words}>
            <Icon name={icon} />
            <span>{t(words)}</span>
          </li>
        ))}
      </ul>
      <div className="help-ways">
        <button
          type="button"
          className="plain-button"
          onClick={() => {
            viewStore.getState().set({ dialog: null });
            if (!viewStore.getState().prompts.open) commandById('prompts').run(context);
          }}
        >
          {t('prompts.title')}
        </button>
        <button type="button" className="plain-button" onClick={() => commandById('keys').run(context)}>
          {t(commandById('keys').name)}
        </button>
      </div>
      <p className="quiet">{t('help.hurts')}</p>
    </DialogFrame>
  );
}
