import type { PrintedLetter } from '../../export/letter/printedLetter.ts';
import type { PaperPage } from '../../export/papers/page.ts';
import { PageDrawing } from '../out/PageDrawing.tsx';

type Props = { readonly letter: PrintedLetter; readonly pages: readonly PaperPage[] };

/** One letter as it leaves: the very pages that are printed. Nearly always one. */
export function LetterPages({ letter: { key, language }, pages }: Props) {
  return (
    <article className="letters-paper" lang={language} translate="no">
      {pages.map((page, at) => (
        // Pages have no identity of their own: the second is the second.
        // oxlint-disable-next-line react/no-array-index-key
        <PageDrawing key={`${key} ${at}`} page={page} />
      ))}
    </article>
  );
}
