import type { Command } from '../../commands/command.ts';
import { COMMANDS } from '../../commands/table.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { useT } from '../kit/AppContext.tsx';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import './KeysDialog.css';

type KeyRow = { readonly keys: string; readonly what: PlainKey };

/** What the map's keys do that is no command of its own (LOOK.md, "Hands"). */
const FIXED = [
  { keys: 'settings.keys.arrows', what: 'settings.keys.arrows.does' },
  { keys: 'settings.keys.enter', what: 'settings.keys.enter.does' },
  { keys: 'settings.keys.space', what: 'settings.keys.space.does' },
  { keys: 'settings.keys.shiftEnter', what: 'settings.keys.shiftEnter.does' },
  { keys: 'settings.keys.m', what: 'settings.keys.m.does' },
  { keys: 'settings.keys.mArrows', what: 'settings.keys.mArrows.does' },
  { keys: 'settings.keys.mShiftArrows', what: 'settings.keys.mShiftArrows.does' },
  { keys: 'settings.keys.escape', what: 'settings.keys.escape.does' },
  { keys: 'settings.keys.undo', what: 'command.undo' },
  { keys: 'settings.keys.redo', what: 'command.redo' },
] as const satisfies readonly { keys: PlainKey; what: PlainKey }[];

const withShortcut = (Object.values(COMMANDS) as Command[]).flatMap(({ name, shortcut }) =>
  shortcut === undefined ? [] : [{ shortcut, name }],
);

export function KeysDialog() {
  const t = useT();
  return (
    <DialogFrame title={t('settings.keys')}>
      <KeysContent />
    </DialogFrame>
  );
}

/** All keys of the map, read from the commands themselves. */
export function KeysContent() {
  const t = useT();
  const rows: KeyRow[] = [
    ...FIXED.map(({ keys, what }) => ({ keys: t(keys), what })),
    ...withShortcut.map(({ shortcut, name }) => ({ keys: keyCap(shortcut), what: name })),
  ];
  return (
    <>
      <p className="quiet">{t('settings.keys.hint')}</p>
      <table className="keys-table">
        <thead>
          <tr>
            <th scope="col">{t('settings.keys.key')}</th>
            <th scope="col">{t('settings.keys.does')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ keys, what }) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{t(what)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** As it stands on the keyboard. */
const keyCap = (shortcut: string): string => (shortcut.length === 1 ? shortcut.toUpperCase() : shortcut);
