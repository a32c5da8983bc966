import type { PlainKey } from '../../i18n/translate.ts';
import type { Block } from './blocks.ts';
import type { PaperPage } from './page.ts';
import type { PaperRequest } from './request.ts';
import { typeset } from './typeset.ts';

const PARTS = [
  ['paper.privacy.where', 'paper.privacy.where.text'],
  ['paper.privacy.who', 'paper.privacy.who.text'],
  ['paper.privacy.others', 'paper.privacy.others.text'],
  ['paper.privacy.paper', 'paper.privacy.paper.text'],
  ['paper.privacy.delete', 'paper.privacy.delete.text'],
  ['paper.privacy.responsible', 'paper.privacy.responsible.text'],
] as const satisfies readonly (readonly [PlainKey, PlainKey])[];

/** What is kept where, and who sees it; says nothing about anybody. */
export function privacyPaper(request: PaperRequest): PaperPage[] {
  const { t, large } = request;
  const title = t('paper.privacy.title');
  const size = large ? 21.5 : 16;
  const told: Block[] = [
    { of: 'title', text: title },
    ...PARTS.flatMap(([heading, text]): Block[] => [
      { of: 'heading', text: t(heading) },
      { of: 'text', text: t(text), size },
    ]),
  ];
  const ask: Block[] = [
    { of: 'heading', text: t('paper.privacy.ask') },
    { of: 'lines', count: 1 },
  ];
  const setting = { ...request, title, turn: 'portrait', foot: '' } as const;
  // One page, whatever the size of the letters: the line to write on is what can be spared.
  const pages = typeset([...told, ...ask], setting);
  return pages.length === 1 ? pages : typeset(told, setting);
}
