import { type RefObject, useLayoutEffect, useRef } from 'react';

const ROW = '[data-row]';
const FOCUSABLE = 'input, select, textarea, button';

type Kept = {
  readonly element: Element;
  readonly id: string;
  /** Which of the row's controls, counted from its first. */
  readonly at: number;
  /** All rows as they stood, to find the next one when this one is gone. */
  readonly order: readonly string[];
};

const rowsIn = (container: Element) => [...container.querySelectorAll<HTMLElement>(ROW)];
const idOf = (row: HTMLElement) => row.dataset['row'] ?? '';

/**
 * Keeps the focus when the row it stands in goes away: to the same control of a row that went to another field, to the
 * next row when somebody was taken out. Answers what to call with whatever gets the focus.
 */
export function useKeepFocus(container: RefObject<HTMLElement | null>, changed: unknown): (element: Element) => void {
  const kept = useRef<Kept | null>(null);
  useLayoutEffect(() => {
    const before = kept.current;
    const root = container.current;
    if (!before || !root || before.element.isConnected) return;
    kept.current = null;
    if (document.activeElement === document.body || document.activeElement === null) stepIn(root, before);
  }, [changed, container]);
  return (element) => {
    const row = element.closest<HTMLElement>(ROW);
    const root = container.current;
    kept.current =
      row && root
        ? {
            element,
            id: idOf(row),
            at: [...row.querySelectorAll(FOCUSABLE)].indexOf(element),
            order: rowsIn(root).map(idOf),
          }
        : null;
  };
}

function stepIn(root: Element, { id, at, order }: Kept): void {
  const rows = new Map(rowsIn(root).map((row) => [idOf(row), row]));
  const same = rows.get(id);
  if (same) {
    same.querySelectorAll<HTMLElement>(FOCUSABLE)[at]?.focus();
    return;
  }
  const place = order.indexOf(id);
  const nearest = [...order.slice(place + 1), ...order.slice(0, place).toReversed()].find((other) => rows.has(other));
  const target = nearest === undefined ? root : rows.get(nearest);
  // The row's own button, not its name field: nobody asked for the on-screen keyboard.
  target?.querySelector<HTMLElement>(nearest === undefined ? 'input' : '[data-row-more]')?.focus();
}
