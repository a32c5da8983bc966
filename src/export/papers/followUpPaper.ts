import { longDate, longDateWithDay } from '../../i18n/dates.ts';
import type { FollowUp } from '../../model/types.ts';
import { type Block, type Cell, named, plain, ticked } from './blocks.ts';
import type { PaperPage } from './page.ts';
import { namesFor, type PaperRequest } from './request.ts';
import { typeset } from './typeset.ts';

const BLANK_ROWS = 5;

/** What came up, who follows it up, and room to write on. */
export function followUpPaper(request: PaperRequest): PaperPage[] {
  const { meeting, language, t } = request;
  const all = meeting?.followUps ?? [];
  const open = all.filter(({ done }) => !done);
  const done = all.filter((followUp) => followUp.done);
  const title = t('paper.followUp.title');
  const when = meeting?.date ? longDateWithDay(language, meeting.date) : '';
  const blocks: Block[] = [
    { of: 'title', text: title },
    ...(when === '' ? [] : [{ of: 'text', text: t('paper.followUp.of', { when }), quiet: true } as const]),
    { of: 'heading', text: t('paper.followUp.open') },
    { ...tableOf(request, open), blank: BLANK_ROWS, blankRow: [plain(''), plain(''), plain(''), ticked(false)] },
    ...(done.length === 0 ? [] : [{ of: 'heading', text: t('paper.followUp.done') } as const, tableOf(request, done)]),
  ];
  return typeset(blocks, { ...request, title, turn: 'portrait', foot: t('paper.followUp.others') });
}

function tableOf(request: PaperRequest, followUps: readonly FollowUp[]): Extract<Block, { of: 'table' }> {
  const { language, t } = request;
  const whoOf = followerFor(request);
  const rows = followUps.map((followUp): Cell[] => [
    named(followUp.matter.trim(), ''),
    plain(whoOf(followUp)),
    plain(followUp.due === null ? '' : longDate(language, followUp.due)),
    ticked(followUp.openlyDiscussed),
  ]);
  return {
    of: 'table',
    columns: [
      { heading: t('paper.followUp.matter'), share: 0.4 },
      { heading: t('paper.followUp.who'), share: 0.22 },
      { heading: t('paper.followUp.due'), share: 0.2 },
      { heading: t('paper.followUp.openly'), share: 0.18 },
    ],
    rows,
  };
}

/** Nobody who is not for paper; with roles, a written name is "somebody else". */
function followerFor(request: PaperRequest) {
  const { map, roles, t } = request;
  const nameOf = namesFor(request);
  return ({ who, whoId }: FollowUp): string => {
    const written = who.trim();
    if (whoId === null) return roles && written !== '' ? t('paper.followUp.other') : written;
    const person = map.people[whoId];
    return !person || person.offPaper ? '' : nameOf(person);
  };
}
