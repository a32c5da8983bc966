import type { PlainKey } from '../../i18n/translate.ts';
import { invitationOf } from '../../model/questions.ts';
import type { Person } from '../../model/types.ts';
import { ANSWER_WORDS } from '../../scene/meetingWords.ts';
import { inviteesOnPaper, needsWords } from '../inviteeTable.ts';
import { lengthWords } from '../letter/facts.ts';
import { meetingFacts } from '../meetingFacts.ts';
import { type Block, named, plain } from './blocks.ts';
import type { PaperPage } from './page.ts';
import { namesFor, type PaperRequest } from './request.ts';
import { typeset } from './typeset.ts';

/** The meeting on one sheet. What nobody has said yet has lines to write on, not holes. */
export function planPaper(request: PaperRequest): PaperPage[] {
  const { meeting, t } = request;
  const title = t('paper.plan.title');
  const blocks: Block[] = [
    { of: 'title', text: title },
    { of: 'gap', height: 8 },
    { of: 'facts', facts: factsOf(request) },
    ...written(request, 'out.list.theme', meeting?.theme ?? ''),
    ...written(request, 'paper.plan.practical', meeting?.practical ?? ''),
    ...whoBlocks(request),
    ...agreementBlocks(request),
  ];
  const setting = { ...request, title, turn: 'portrait', foot: t('paper.plan.others') } as const;
  const pages = typeset(blocks, setting);
  if (pages.length === 1) return pages;
  const snug = typeset(blocks, { ...setting, snug: true });
  return snug.length < pages.length ? snug : pages;
}

/** Day, time, place, leaders: what is not known yet is a line of dots. */
function factsOf(request: PaperRequest) {
  const { meeting, t } = request;
  const said = meetingFacts({ ...request, theme: false });
  const textOf = (label: string) => said.find((fact) => fact.label === label)?.text ?? DOTS;
  const link = meeting?.link.trim() ?? '';
  return [
    { label: t('out.list.when'), text: textOf(t('out.list.when')) },
    { label: t('paper.plan.length'), text: meeting ? lengthWords(meeting.minutes, t) || DOTS : DOTS },
    { label: t('out.list.where'), text: textOf(t('out.list.where')) },
    ...(link === '' ? [] : [{ label: t('paper.plan.link'), text: link }]),
    { label: t('out.list.leaders'), text: textOf(t('out.list.leaders')) },
  ];
}

const DOTS = '. '.repeat(28).trim();

/** What has been written, or lines to write on. */
function written({ t }: PaperRequest, heading: PlainKey, text: string): Block[] {
  const said = text.trim();
  return [{ of: 'heading', text: t(heading) }, said === '' ? { of: 'lines', count: 2 } : { of: 'text', text: said }];
}

/** Who may come: those who have said yes or are asked for certain. Whom one still thinks about is nobody else's matter. */
function whoBlocks(request: PaperRequest): Block[] {
  const { map, meeting, t } = request;
  const invitation = ({ id }: Person) => invitationOf(map, id, meeting);
  const expected = inviteesOnPaper(map, meeting).filter((person) => {
    const { wish, answer } = invitation(person);
    return answer !== 'cannot' && (wish === 'yes' || answer === 'coming');
  });
  if (expected.length === 0) return [];
  const nameOf = namesFor(request);
  const first = expected.filter((person) => invitation(person).answer === 'coming');
  const rows = [...first, ...expected.filter((person) => !first.includes(person))].map((person) => [
    named(nameOf(person), request.roles ? '' : person.relation.trim()),
    plain(t(ANSWER_WORDS[invitation(person).answer])),
    plain(needsWords(invitation(person), request, t)),
  ]);
  return [
    { of: 'heading', text: t('paper.plan.who') },
    {
      of: 'table',
      columns: [
        { heading: t('out.list.name'), share: 0.42 },
        { heading: t('out.list.answer'), share: 0.22 },
        { heading: t('out.list.needs'), share: 0.36 },
      ],
      rows,
    },
  ];
}

function agreementBlocks({ meeting, t }: PaperRequest): Block[] {
  const agreement = meeting?.agreement.trim() ?? '';
  if (agreement === '') return [];
  return [
    { of: 'heading', text: t('paper.plan.agreement') },
    { of: 'text', text: agreement },
  ];
}
