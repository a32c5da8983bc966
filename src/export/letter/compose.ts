import { longDateWithDay } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { LetterBlock, Meeting, NetworkMap, Person } from '../../model/types.ts';
import { peopleFor, roleNames } from '../../scene/pictured.ts';
import { whenWords, whereWords } from './facts.ts';
import { isSeveral, isToGuardian, joinNames, namesOf, onlyScreen, wished } from './households.ts';

export type LetterRequest = {
  readonly map: NetworkMap;
  readonly meeting: Meeting;
  /** Whom it is written to; nobody: a letter with nobody's name on it. */
  readonly to: readonly Person[];
  /** The language of the letter and its words, whatever the language of the app. */
  readonly language: Language;
  readonly t: Translate;
  /** Roles instead of names: nobody is called by name, neither who reads it nor who signs it. */
  readonly roles: boolean;
};

/** What a block is made of; `names` as they shall be written, or what stands for them. */
type Compose = (request: LetterRequest, names: string) => string | null;

/** VOCABULARY.md, "Invitation". null: the block has nothing to say yet. */
export const COMPOSE = {
  greeting: ({ t, meeting, to }, names) => {
    if (names === '') return t('letter.text.greeting.nobody');
    return t(isToGuardian(meeting, to) ? 'letter.text.greeting.guardian' : 'letter.text.greeting', { names });
  },
  reason: ({ t, meeting, to }, names) =>
    isToGuardian(meeting, to)
      ? t('letter.text.reason.guardian', { names, ...readers(to) })
      : t('letter.text.reason', readers(to)),
  when: ({ t, meeting, language }) => {
    const when = whenWords(meeting, language, t);
    return when === null ? null : t('letter.text.when', { when });
  },
  where: ({ t, meeting }) => {
    const where = whereWords(meeting, t);
    return where === null ? null : t('letter.text.where', { where });
  },
  leaders: ({ t, meeting, roles }) => {
    const leaders = meeting.leaders.map((leader) => leader.trim()).filter((leader) => leader !== '');
    const count = leaders.length;
    if (count === 0) return null;
    return roles
      ? t('letter.text.leaders.unnamed', { count })
      : t('letter.text.leaders', { count, names: joinNames(leaders, t) });
  },
  noPreparation: ({ t, meeting, to }, names) =>
    isToGuardian(meeting, to)
      ? t('letter.text.noPreparation.guardian', { names, ...readers(to) })
      : t('letter.text.noPreparation', readers(to)),
  theme: ({ t, meeting }) => {
    const theme = meeting.theme.trim();
    return theme === '' ? null : t('letter.text.theme', { theme });
  },
  others: (request) => {
    const names = otherNames(request);
    return names.length === 0 ? null : request.t('letter.text.others', { names: joinNames(names, request.t) });
  },
  answer: (request) => answerWords(request),
  closing: ({ t, map, roles }) => {
    const name = roles ? '' : map.ego.name.trim();
    return name === '' ? t('letter.text.closing.byHand') : t('letter.text.closing', { name });
  },
} as const satisfies Record<LetterBlock, Compose>;

const readers = (to: readonly Person[]) => ({ count: isSeveral(to) ? 2 : 1 });

/** Those who read it, as it calls them: by name, or by what they are to me, which also tells the letters apart. */
export function readerNames({ map, to, t, roles }: LetterRequest): string {
  if (!roles) return namesOf(to, t);
  const byRole = roleNames(peopleFor(map, { paper: true }), t);
  return joinNames(
    to.flatMap(({ id }) => byRole.get(id) ?? []),
    t,
  );
}

/** Who else is asked for certain; nobody who is not for paper, and none of those who read it. */
function otherNames({ map, meeting, to, t, roles }: LetterRequest): string[] {
  const others = wished(map, meeting, ['yes']).filter(
    (person) => !onlyScreen(map, person) && !to.some(({ id }) => id === person.id),
  );
  const byRole = roles ? roleNames(peopleFor(map, { paper: true }), t) : null;
  return others.map(({ id, name }) => (byRole ? (byRole.get(id) ?? '') : name.trim())).filter((name) => name !== '');
}

function answerWords({ meeting: { letter }, language, t, roles }: LetterRequest): string {
  const [name, phone, by] = [roles ? '' : letter.replyTo.trim(), letter.replyPhone.trim(), letter.replyBy];
  const free = t('letter.text.answer');
  if (name === '' && phone === '' && by === null) return free;
  const whom = name === '' ? t('letter.text.answer.plain') : t('letter.text.answer.to', { name });
  const how = phone === '' ? whom : t('letter.text.answer.phone', { answer: whom, phone });
  const day = by === null ? null : longDateWithDay(language, by);
  return `${free} ${day === null ? how : t('letter.text.answer.by', { answer: how, day })}.`;
}
