import type { MapSheet } from '../sheet/layoutSheet.ts';
import { followUpPaper } from './followUpPaper.ts';
import { PAPER_KINDS, type PaperKind } from './kinds.ts';
import { listPaper } from './listPaper.ts';
import { morePaper } from './morePaper.ts';
import type { PaperPage } from './page.ts';
import { planPaper } from './planPaper.ts';
import { privacyPaper } from './privacyPaper.ts';
import type { PaperRequest } from './request.ts';

export type Sheet =
  | { readonly of: 'map'; readonly kind: PaperKind; readonly sheet: MapSheet }
  | { readonly of: 'page'; readonly kind: PaperKind; readonly page: PaperPage; readonly number: number };

/** The drawn sheets are laid out by the caller, who shows them anyway; the letters too. */
export type Drawn = {
  readonly map: MapSheet;
  readonly rings: MapSheet | null;
  /** Each as pages of its own. */
  readonly letters: readonly (readonly PaperPage[])[];
};

/** Every sheet of the chosen papers, in the order in which they lie in the pile. */
export const sheetsOf = (chosen: readonly PaperKind[], request: PaperRequest, drawn: Drawn): Sheet[] =>
  PAPER_KINDS.filter((kind) => chosen.includes(kind)).flatMap((kind): Sheet[] => {
    switch (kind) {
      case 'map':
        return [{ of: 'map', kind, sheet: drawn.map }, ...pagesOf(kind, morePaper(drawn.map, request))];
      case 'rings':
        return drawn.rings ? [{ of: 'map', kind, sheet: drawn.rings }] : [];
      case 'letters':
        return pagesOf(kind, drawn.letters.flat());
      case 'list':
      case 'plan':
      case 'followUp':
      case 'privacy':
        return pagesOf(kind, WRITTEN[kind](request));
    }
  });

const pagesOf = (kind: PaperKind, pages: readonly PaperPage[]): Sheet[] =>
  pages.map((page, index) => ({ of: 'page', kind, page, number: index + 1 }));

const WRITTEN = {
  list: listPaper,
  plan: planPaper,
  followUp: followUpPaper,
  privacy: privacyPaper,
} as const satisfies Record<Exclude<PaperKind, 'map' | 'rings' | 'letters'>, (request: PaperRequest) => PaperPage[]>;
