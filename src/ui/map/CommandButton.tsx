import { type CommandId, commandById } from '../../commands/table.ts';
import { useCommands, useMapState, useView } from '../kit/AppContext.tsx';
import { Icon, type IconName } from '../kit/Icon.tsx';

type Props = { readonly id: CommandId; readonly icon?: IconName; readonly className?: string };

/** A command as a button: pressed when it is on, greyed with the reason when it can't run now. */
export function CommandButton({ id, icon, className = 'plain-button' }: Props) {
  const context = useCommands();
  const command = commandById(id);
  // What a command answers follows from the two stores; drawn again only when one of its answers has changed.
  const answers = () => `${command.isOffered(context)} ${command.whyNot(context)} ${command.isOn?.(context)}`;
  useMapState(answers);
  useView(answers);
  if (!command.isOffered(context)) return null;
  const why = command.whyNot(context);
  const name = context.t(command.name);
  return (
    <button
      type="button"
      className={className}
      aria-disabled={why !== null}
      {...(command.isOn ? { 'aria-pressed': command.isOn(context) } : {})}
      {...(why ? { title: context.t(why) } : {})}
      onClick={() => (why === null ? command.run(context) : context.viewStore.getState().announce(context.t(why)))}
    >
      {icon && <Icon name={icon} />}
      <span>{name}</span>
    </button>
  );
}
