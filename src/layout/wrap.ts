/** Width of a text at the size in question, map units. */
export type Width = (text: string) => number;

const ELLIPSIS = '…';
const MOST_LEFT = 0.6;
/** How much narrower the lines must be for a hyphen to be the better place. */
const HYPHEN = 1.3;

/** A name broken where the wider of the two lines is narrowest, rather at a space than at a hyphen; null if it has none. */
export function breakInTwo(text: string, width: Width): readonly [string, string] | null {
  let best: readonly [string, string] | null = null;
  let narrowest = Infinity;
  for (const { index } of text.matchAll(/(?<=\S)[\s-](?=\S)/gu)) {
    const first = text.slice(0, text[index] === '-' ? index + 1 : index);
    const second = text.slice(index + 1).trimStart();
    const wider = Math.max(width(first), width(second)) * (text[index] === '-' ? HYPHEN : 1);
    if (wider < narrowest) {
      narrowest = wider;
      best = [first, second];
    }
  }
  return best;
}

/** The longest beginning that fits with "…" after it, whole letters and emoji only; at least one of them. */
export function shorten(text: string, width: Width, room: number): string {
  if (width(text) <= room) return text;
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  let low = 1;
  let high = letters.length - 1;
  const cut = (count: number): string => letters.slice(0, count).join('').trimEnd() + ELLIPSIS;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (width(cut(middle)) <= room) low = middle;
    else high = middle - 1;
  }
  return cut(Math.max(1, low));
}

/** Two lines of at most `room`: as many words as fit on the first, the rest on the second, shortened. */
export function fillTwoLines(text: string, width: Width, room: number): readonly string[] {
  const whole = breakInTwo(text, width);
  if (!whole) return [shorten(text, width, room)];
  if (Math.max(width(whole[0]), width(whole[1])) <= room) return whole;
  let cut = 0;
  for (const { index } of text.matchAll(/(?<=\S)[\s-](?=\S)/gu)) {
    const end = text[index] === '-' ? index + 1 : index;
    if (width(text.slice(0, end)) > room) break;
    cut = end;
  }
  if (cut === 0) return [shorten(text, width, room)];
  return [text.slice(0, cut), shorten(text.slice(cut).trimStart(), width, room)];
}

/** As `shorten`, but at the end of a word where that leaves most of what would fit. */
export function shortenAtWord(text: string, width: Width, room: number): string {
  const short = shorten(text, width, room);
  if (short === text) return text;
  const atWord = short.slice(0, short.lastIndexOf(' ')).replace(/[\s,;:–-]+$/u, '');
  return atWord.length >= short.length * MOST_LEFT ? atWord + ELLIPSIS : short;
}
