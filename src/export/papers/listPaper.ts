import { INVITEE_COLUMNS, type InviteeColumn, type InviteeRow, inviteeTable } from '../inviteeTable.ts';
import { meetingFacts } from '../meetingFacts.ts';
import { type Block, type Cell, named } from './blocks.ts';
import type { PaperPage } from './page.ts';
import type { PaperRequest } from './request.ts';
import { typeset } from './typeset.ts';

/** On paper two columns may share one: who it is and what they are to you, what is needed and how they are reached. */
const COLUMNS = [
  { first: 'name', second: 'relation', share: 0.24 },
  { first: 'wish', second: null, share: 0.14 },
  { first: 'asker', second: 'means', share: 0.2 },
  { first: 'answer', second: null, share: 0.17 },
  { first: 'needs', second: 'contact', share: 0.25 },
] as const satisfies readonly { first: InviteeColumn; second: InviteeColumn | null; share: number }[];

/** Whom to invite: no rings, no fields, no lines, no notes. */
export function listPaper(request: PaperRequest): PaperPage[] {
  const { map, meeting, language, large, t } = request;
  const rows = inviteeTable(map, request, t, meeting);
  const title = t('out.list.title');
  const blocks: Block[] = [
    { of: 'title', text: title },
    { of: 'gap', height: 8 },
    { of: 'facts', facts: meetingFacts(request) },
    rows.length === 0
      ? { of: 'text', text: t('out.list.empty') }
      : {
          of: 'table',
          columns: COLUMNS.map(({ first, share }) => ({ heading: t(INVITEE_COLUMNS[first]), share })),
          rows: rows.map((row) => COLUMNS.map((column) => cellOf(row, column))),
        },
  ];
  // Large letters need the longer side of the sheet.
  const turn = large ? 'landscape' : 'portrait';
  return typeset(blocks, { ...request, title, language, turn, foot: t('out.list.others') });
}

function cellOf(row: InviteeRow, { first, second }: (typeof COLUMNS)[number]): Cell {
  const more = second === null ? '' : row[second];
  if (first === 'name') return named(row.name, more);
  return {
    lines: [row[first], more].flatMap((text) => (text === '' ? [] : [{ text, weight: 'relation' as const }])),
  };
}
