/** Where the focus goes when nothing on a screen is nearer: into the dialog on top, to the map, else to the screen itself. */
function harbour(byKeys: boolean): HTMLElement | SVGElement | null {
  const dialog = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1);
  if (dialog) return dialog.querySelector<HTMLElement>('h2[tabindex]') ?? dialog;
  const map = document.querySelector<SVGElement>('svg[data-map]');
  // Whoever uses keys sees where they are; a finger needs no ring round anybody.
  const stop = byKeys ? map?.querySelector<SVGElement>('[tabindex="0"]') : null;
  return stop ?? map ?? document.querySelector<HTMLElement>('main');
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * The focus is never lost with what had it (WCAG 2.4.3): browsers leave it on the body then, and a screen reader begins
 * anew at the top of the page. Whoever takes something away says where the focus goes; this is for what nobody thought of.
 */
export function keepFocus(root: HTMLElement): void {
  let last: Element | null = null;
  let byKeys = false;
  for (const type of ['keydown', 'pointerdown']) {
    document.addEventListener(type, () => (byKeys = type === 'keydown'), { capture: true });
  }
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null;
  });
  const look = () => {
    if (last === null || last.isConnected || !isLost()) return;
    const to = harbour(byKeys);
    if (to && !to.hasAttribute('tabindex')) to.setAttribute('tabindex', '-1');
    to?.focus({ preventScroll: true });
  };
  // A frame later: whoever took it away has put the focus somewhere by then.
  new MutationObserver(() => {
    if (last !== null && !last.isConnected) requestAnimationFrame(look);
  }).observe(root, { childList: true, subtree: true });
}
