import type { CSSProperties } from 'react';
import { letterSize } from '../../export/letter/letterSize.ts';
import type { LetterPart } from '../../export/letter/letterText.ts';
import type { PrintedLetter } from '../../export/letter/printedLetter.ts';
import './letterPage.css';

/** One letter: the very same in the preview and on paper. */
export function LetterPage({ letter: { parts, language } }: { letter: PrintedLetter }) {
  const size = { '--letter-size': String(letterSize(parts)) } as CSSProperties;
  return (
    <article className="letter-page" lang={language} translate="no" style={size}>
      {parts.map((part) => (
        <p key={part.block} data-block={part.block}>
          <Said part={part} />
        </p>
      ))}
    </article>
  );
}

/** "Når:" and "Hvor:" stand out, so that they are found again on the door of the fridge. */
function Said({ part: { block, text } }: { part: LetterPart }) {
  const colon = block === 'when' || block === 'where' ? text.indexOf(':') : -1;
  if (colon < 0 || colon > 12) return text;
  return (
    <>
      <strong>{text.slice(0, colon + 1)}</strong>
      {text.slice(colon + 1)}
    </>
  );
}
