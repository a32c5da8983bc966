import { cycleWish } from '../../commands/invitations.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { canBeInvited, invitationOf } from '../../model/questions.ts';
import type { Person, PersonId, Wish } from '../../model/types.ts';
import { useCommands, useMap, useMeeting } from './AppContext.tsx';
import './WishButton.css';

/** Shapes, not colours: the same as on the map. */
export const WISH_MARKS = { yes: '✓', maybe: '?', notNow: '–' } as const satisfies Record<Wish, string>;
const SHORT_WORDS = {
  yes: 'list.wish.yes',
  maybe: 'list.wish.maybe',
  notNow: 'list.wish.notNow',
} as const satisfies Record<Wish, PlainKey>;

type Props = {
  readonly person: Person;
  /** Only the mark. */
  readonly compact?: boolean;
  readonly onTap?: () => void;
  /** The others of a household that is asked as one, and its name. */
  readonly others?: readonly PersonId[];
  readonly name?: string;
};

/** Yes, thinking about it, not this time, nothing: a tap goes round. Nothing for those who are never invited. */
export function WishButton({ person, compact = false, onTap, others = [], name = person.name }: Props) {
  const context = useCommands();
  const { t } = context;
  const { wish } = invitationOf(useMap(), person.id, useMeeting());
  if (!canBeInvited(person)) return null;
  const word = t(wish === null ? 'wish.none' : SHORT_WORDS[wish]);
  return (
    <button
      type="button"
      className="wish-button"
      data-wish={wish ?? 'none'}
      aria-label={t('spoken.wish', { name, wish: word })}
      onClick={() => {
        onTap?.();
        cycleWish(context, person.id, others);
      }}
    >
      <span className="wish-mark" aria-hidden="true">
        {wish === null ? '' : WISH_MARKS[wish]}
      </span>
      {!compact && <span className="wish-word">{word}</span>}
    </button>
  );
}
