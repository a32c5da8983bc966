import type { MapSheet } from '../sheet/layoutSheet.ts';
import type { Block } from './blocks.ts';
import type { PaperPage } from './page.ts';
import type { PaperRequest } from './request.ts';
import { typeset } from './typeset.ts';

/** Whom the map had no room to write in full, when they are too many for its margin; on a full map, in words. */
export function morePaper({ unwritten, needsMore }: MapSheet, request: PaperRequest): PaperPage[] {
  if (!needsMore) return [];
  const title = request.t('out.sheet.unwritten.title');
  const blocks: Block[] = [
    { of: 'title', text: title },
    { of: 'gap', height: 8 },
    ...unwritten.map((text): Block => ({ of: 'text', text })),
  ];
  return typeset(blocks, { ...request, title, turn: 'portrait', foot: request.t('out.sheet.others') });
}
