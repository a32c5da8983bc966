/** What is written in with the keyboard on the screen. */
const WRITTEN_IN = 'textarea, input:not([type=checkbox], [type=radio], [type=range], [type=file], [type=button])';

/**
 * A keyboard on the screen lies over the page (visualViewport); the page itself stays as large as it was, so that the map
 * does not move under a name that is being written. How much of the page's foot is covered, in CSS pixels, stands in
 * `--covered` for whatever must not lie there (base.css), and the field that is written in is brought into what is left.
 */
export function watchOnScreenKeyboard({ document: page, visualViewport: view }: Window): void {
  if (!view) return;
  const html = page.documentElement;
  const look = () => {
    const covered = coveredBy(view, html.clientHeight);
    if (covered > 0) html.style.setProperty('--covered', `${covered}px`);
    else html.style.removeProperty('--covered');
    const field = page.activeElement;
    if (covered > 0 && field?.matches(WRITTEN_IN) === true) field.scrollIntoView({ block: 'nearest' });
  };
  view.addEventListener('resize', look);
  view.addEventListener('scroll', look);
  page.addEventListener('focusin', look);
}

/** Of a page that is so many pixels high. One that was made larger with two fingers is seen in part, but not covered. */
function coveredBy({ scale, offsetTop, height }: VisualViewport, page: number): number {
  return scale > 1.01 ? 0 : Math.max(0, Math.round(page - offsetTop - height));
}
