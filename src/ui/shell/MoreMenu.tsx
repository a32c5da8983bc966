import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { CommandContext } from '../../commands/context.ts';
import { type CommandId, commandById } from '../../commands/table.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { useCommands, useMapState, useT, useView } from '../kit/AppContext.tsx';
import { Icon } from '../kit/Icon.tsx';
import './moreMenu.css';

/** `stays`: the menu stays open, so that several can be set. */
type Group = { readonly name: PlainKey; readonly commands: readonly CommandId[]; readonly stays?: boolean };

const GROUPS: readonly Group[] = [
  { name: 'start.menu.arrange', commands: ['tidy', 'tidyAll', 'makeRoom', 'standardWidths'] },
  {
    name: 'start.menu.show',
    stays: true,
    commands: [
      'toggleRings',
      'toggleRelations',
      'toggleQualities',
      'toggleProfessionals',
      'toggleShapes',
      'toggleOval',
    ],
  },
  { name: 'start.menu.look', commands: ['prompts', 'lens', 'turn', 'mapOnly', 'cover', 'talk'] },
  { name: 'start.menu.app', commands: ['fields', 'settings', 'keys', 'help', 'openFile', 'home', 'handOver', 'close'] },
];

/** What is not needed all the time. A menu as the keyboard knows it: arrows, Home, End, first letters, Escape. */
export function MoreMenu() {
  const t = useT();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="more-menu">
      <button
        ref={button}
        type="button"
        className="bar-button"
        aria-label={t('command.more')}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
        <span aria-hidden="true">{t('command.more')}</span>
      </button>
      {open && (
        <>
          {/* A tap beside the menu closes it, and does nothing to whoever is under it. */}
          <div className="menu-beside" aria-hidden="true" onClick={close} />
          <Menu id={id} onClose={close} />
        </>
      )}
    </div>
  );
}

function Menu({ id, onClose }: { id: string; onClose: () => void }) {
  const context = useCommands();
  const t = useT();
  const menu = useRef<HTMLDivElement>(null);
  // What is offered, on or greyed follows from all of these.
  useMapState((state) => state);
  useView((view) => view);

  useEffect(() => itemsIn(menu.current)[0]?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
      return;
    }
    const next = nextItem(itemsIn(menu.current), event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <div
      ref={menu}
      id={id}
      className="menu"
      role="menu"
      aria-label={t('command.more')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="menu-groups">
        {GROUPS.map(({ name, commands, stays = false }) => (
          <fieldset key={name} aria-label={t(name)} className="menu-group">
            <div className="menu-group-name" aria-hidden="true">
              {t(name)}
            </div>
            {commands
              .filter((command) => commandById(command).isOffered(context))
              .map((command) => (
                <MenuItem key={command} id={command} stays={stays} context={context} onClose={onClose} />
              ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}

type ItemProps = {
  readonly id: CommandId;
  readonly stays: boolean;
  readonly context: CommandContext;
  readonly onClose: () => void;
};

function MenuItem({ id, stays, context, onClose }: ItemProps) {
  const { t } = context;
  const command = commandById(id);
  const why = command.whyNot(context);
  const on = command.isOn?.(context);
  const run = () => {
    if (why !== null) return;
    if (!stays) onClose();
    command.run(context);
  };
  return (
    <button
      type="button"
      role={on === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked={on}
      aria-disabled={why !== null}
      tabIndex={-1}
      className="menu-item"
      onClick={run}
    >
      <span className="menu-check" aria-hidden="true">
        {on && <Icon name="invite" size={18} />}
      </span>
      <span>
        {t(command.name)} {why !== null && <span className="menu-why">{t(why)}</span>}
      </span>
    </button>
  );
}

const itemsIn = (menu: HTMLElement | null): HTMLElement[] =>
  Array.from(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? []);

function nextItem(items: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const at = items.findIndex((item) => item === document.activeElement);
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const begins = (item: HTMLElement) => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase());
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(begins);
}
