import { cycleWish } from '../../commands/invitations.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { canBeInvited, invitationOf } from '../../model/questions.ts';
import type { Person, Wish } from '../../model/types.ts';
import { useCommands, useMap } from './AppContext.tsx';
import './WishButton.css';

/** Shapes, not colours: the same as on the map. */
const WISH_MARKS = { yes: '✓', maybe: '?', notNow: '–' } as const satisfies Record<Wish, string>;
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
};

/** Yes, thinking about it, not this time, nothing: a tap goes round. Nothing for those who are never invited. */
export function WishButton({ person, compact = false, onTap }: Props) {
  const context = useCommands();
  const { t } = context;
  const { wish } = invitationOf(useMap(), person.id);
  if (!canBeInvited(person)) return null;
  const word = t(wish === null ? 'list.wish.none' : SHORT_WORDS[wish]);
  return (
    <button
      type="button"
      className="wish-button"
      data-wish={wish ?? 'none'}
      aria-label={t('spoken.wish', { name: person.name, wish: word })}
      onClick={() => {
        onTap?.();
        cycleWish(context, person.id);
      }}
    >
      <span className="wish-mark" aria-hidden="true">
        {wish === null ? '' : WISH_MARKS[wish]}
      </span>
      {!compact && <span className="wish-word">{word}</span>}
    </button>
  );
}
