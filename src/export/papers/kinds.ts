/** The papers, in the order in which they are offered and printed. */
export const PAPER_KINDS = ['map', 'list', 'plan', 'letters', 'followUp', 'privacy', 'rings'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];
