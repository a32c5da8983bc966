import { cannotCome, gathering, knowingNobody, presentWithout } from '../model/gathering.ts';
import type { Person, PersonId } from '../model/types.ts';
import { joinNames } from '../export/letter/households.ts';
import { type CommandContext, mapOf, viewOf } from './context.ts';

/** *Slik blir møtet*: a way to look at the map, which stores nothing. Those who can't come are thought away from the start. */
export function beginLens(context: CommandContext): void {
  const map = mapOf(context);
  if (gathering(map).length === 0) return;
  const { select, set, announce } = viewOf(context);
  const away = cannotCome(map);
  select([]);
  set({ screen: 'map', mode: 'person', tieFrom: null, writingNames: false, lens: { away } });
  const present = presentWithout(map, away);
  const start = context.t('lens.said.start', { names: namesOf(context, present) });
  announce([start, aloneWords(context, present)].filter(Boolean).join(' '));
}

export function endLens(context: CommandContext): void {
  viewOf(context).set({ lens: null });
  viewOf(context).announce(context.t('lens.said.end'));
}

/** "Hvis … ikke kommer": thinks somebody away, or back again. */
export function toggleAway(context: CommandContext, id: PersonId): void {
  const map = mapOf(context);
  const { lens, set, announce } = viewOf(context);
  const name = map.people[id]?.name ?? '';
  if (!lens) return;
  if (!gathering(map).some((person) => person.id === id)) {
    announce(context.t('lens.said.notInvited', { name }));
    return;
  }
  const isAway = lens.away.includes(id);
  const away = isAway ? lens.away.filter((other) => other !== id) : [...lens.away, id];
  set({ lens: { away } });
  const what = context.t(isAway ? 'lens.said.back' : 'lens.said.away', { name });
  announce([what, aloneWords(context, presentWithout(map, away))].filter(Boolean).join(' '));
}

const namesOf = ({ t }: CommandContext, people: readonly Person[]): string =>
  joinNames(
    people.map(({ name }) => name),
    t,
  );

/** "Kristin og Tove kjenner deg, men ikke de andre."; '' where everybody knows somebody. */
export function aloneWords(context: CommandContext, present: readonly Person[]): string {
  const alone = knowingNobody(mapOf(context), present);
  return alone.length === 0 ? '' : context.t('lens.alone', { names: namesOf(context, alone) });
}
