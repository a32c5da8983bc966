import type { PlainKey } from '../../i18n/translate.ts';
import type { Meeting, NetworkMap } from '../../model/types.ts';
import { inviteesOnPaper } from '../inviteeTable.ts';
import type { PrintedLetter } from '../letter/printedLetter.ts';
import type { PaperKind } from './kinds.ts';
import { type Known, namesInText } from './namesInText.ts';

type FreeText = { readonly where: PlainKey; readonly text: string };

export type ToMend = { readonly where: PlainKey; readonly names: readonly string[] };

type Asked = {
  readonly map: NetworkMap;
  readonly meeting: Meeting | null;
  readonly papers: readonly PaperKind[];
  readonly roles: boolean;
  readonly theme: boolean;
  readonly letters: readonly PrintedLetter[];
};

/**
 * Where what somebody has written by hand names people whom the chosen papers shall not name: everybody when roles stand
 * for names, else those marked "not on paper". Nothing is changed in anybody's words; they are shown, to be mended.
 */
export function namesToMend(asked: Asked): ToMend[] {
  const known = asked.roles ? everybody(asked) : hiddenPeople(asked.map);
  const found = new Map<PlainKey, string[]>();
  for (const { where, text } of freeTexts(asked)) {
    const names = namesInText(text, known);
    if (names.length > 0) found.set(where, [...(found.get(where) ?? []), ...names]);
  }
  return [...found].map(([where, names]) => ({ where, names: [...new Set(names)] }));
}

const hiddenPeople = (map: NetworkMap): Known[] =>
  Object.values(map.people)
    .filter(({ offPaper }) => offPaper)
    .map(({ name, relation }) => ({ name, role: relation }));

const everybody = ({ map, meeting }: Asked): Known[] => [
  ...Object.values(map.people).map(({ name, relation }) => ({ name, role: relation })),
  ...[map.ego.name, ...(meeting?.leaders ?? [])].map((name) => ({ name })),
];

/** What stands on these papers in somebody's own words. With roles, much of it is left out anyway. */
function freeTexts({ map, meeting, papers, roles, theme, letters }: Asked): FreeText[] {
  const on = (...kinds: PaperKind[]) => kinds.some((kind) => papers.includes(kind));
  const when = (isOn: boolean, where: PlainKey, ...texts: (string | null)[]): FreeText[] =>
    isOn ? texts.flatMap((text) => (text === null || text.trim() === '' ? [] : [{ where, text }])) : [];
  const people = Object.values(map.people).filter(({ offPaper }) => !offPaper);
  const invitations = inviteesOnPaper(map, meeting).flatMap(({ id }) => meeting?.invitations[id] ?? []);
  const plan = meeting ?? { theme: '', practical: '', agreement: '', place: '' };
  return [
    ...when(on('map') && !roles, 'paper.where.title', map.title, map.madeBy, map.madeWith),
    ...when(on('map', 'rings'), 'paper.where.fields', ...map.sectors.map(({ name }) => name)),
    ...when(on('map', 'rings'), 'paper.where.rings', ...map.rings.map(({ name }) => name)),
    ...when(on('map', 'list', 'plan'), 'paper.where.relations', ...people.map(({ relation }) => relation)),
    ...when(on('plan') || (on('list') && theme), 'out.list.theme', plan.theme),
    ...when(on('plan'), 'paper.plan.practical', plan.practical),
    ...when(on('plan'), 'paper.plan.agreement', plan.agreement),
    ...when(on('plan', 'list'), 'out.list.where', plan.place),
    ...when(on('plan', 'list') && !roles, 'out.list.needs', ...invitations.map(({ needs }) => needs)),
    ...when(on('followUp'), 'paper.followUp.title', ...(meeting?.followUps ?? []).map(({ matter }) => matter)),
    ...when(on('letters'), 'paper.letters', ...letters.flatMap(({ parts }) => parts.map(({ text }) => text))),
  ];
}
