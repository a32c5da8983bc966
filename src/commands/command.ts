import type { PlainKey } from '../i18n/translate.ts';
import type { CommandContext } from './context.ts';

/** One thing a user can do, the same whether tapped, typed or picked from a menu. */
export type Command = {
  readonly name: PlainKey;
  /** Pressed with the map in focus (WCAG 2.1.4), as `event.key` says it. */
  readonly shortcut?: string;
  /** Hides the command where it could never apply. */
  readonly isOffered: (context: CommandContext) => boolean;
  /** Why it can't run just now, shown with the greyed-out button; null when it can. */
  readonly whyNot: (context: CommandContext) => PlainKey | null;
  /** For switches: is it on? */
  readonly isOn?: (context: CommandContext) => boolean;
  readonly run: (context: CommandContext) => void;
};

export const always = () => true;
export const never = () => null;
