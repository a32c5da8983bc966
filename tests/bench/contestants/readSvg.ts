// Reads a drawn svg of people back from the page.
import type { NameMark, Network, Positions, SymbolMark, TieMark } from '../contract.ts';

export const symbolsAt = (positions: Positions, r: number): SymbolMark[] =>
  Object.entries(positions).map(([id, [x, y]]) => ({ id, x, y, r }));

/** Names drawn as one `text` in everybody's `g`, a `tspan` for each line. */
export function namesIn(stage: Element, font: number): NameMark[] {
  const { left, top } = stage.getBoundingClientRect();
  return [...stage.querySelectorAll<SVGGElement>('g[data-person-id]')].flatMap((person) => {
    const text = person.querySelector('text');
    if (!text) return [];
    const { x, y, width, height } = text.getBoundingClientRect();
    const lines = [...text.children].map((line) => line.textContent ?? '');
    const id = person.dataset['personId'] ?? '';
    return [{ id, x: x - left, y: y - top, w: width, h: height, font, lines: lines.length, text: lines.join(' ') }];
  });
}

/** Straight ties from middle to middle. */
export function tiesBetween({ ties }: Network, symbols: readonly SymbolMark[]): TieMark[] {
  const at = new Map(symbols.map(({ id, x, y }) => [id, [x, y] as const]));
  return ties.flatMap(([a, b]) => {
    const from = at.get(a);
    const to = at.get(b);
    return from && to ? [{ a, b, points: [from, to] }] : [];
  });
}
