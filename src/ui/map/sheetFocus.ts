/** Where the keys go when a sheet opens and closes: focus is never lost (WCAG 2.4.3). */

/** Into the sheet that has just opened, if one has. */
export const focusSheet = (): void => document.querySelector<HTMLElement>('.map-screen .sheet')?.focus();

/** Back to whoever the arrow keys stand on; to the map itself where nobody is. */
export function focusMap(): void {
  const map = document.querySelector<SVGElement>('svg[data-map]');
  (map?.querySelector<SVGElement>('g[tabindex="0"]') ?? map)?.focus({ preventScroll: true });
}

/** After something that had the focus is gone from the page. */
export function focusMapIfLost(): void {
  if (document.activeElement === null || document.activeElement === document.body) focusMap();
}
