/**
 * The only file that hears the page go away, and so the only place from which a write could be started too late.
 * A test holds that: such a file imports nothing that writes.
 */
type Leaving = {
  readonly stopWriting: () => void;
  readonly resumeWriting: () => void;
  /** The last moment in which anything can be done, and only at once. May come twice. */
  readonly onLeave?: () => void;
  /** Would something be lost that is nowhere else? Then the browser asks before it goes. */
  readonly wouldLose?: () => boolean;
  /** The page is seen again: a good moment to try what could not be saved. */
  readonly onReturn?: () => void;
};

type Page = {
  readonly window: EventTarget;
  readonly document: EventTarget & { readonly visibilityState: DocumentVisibilityState };
};

/** Stops writing while the page is hidden or going away, and resumes when it is back. Gives back how to stop watching. */
export function watchLeaving(
  { stopWriting, resumeWriting, onLeave, wouldLose, onReturn }: Leaving,
  page: Page = { window, document },
): () => void {
  const back = (): void => {
    resumeWriting();
    onReturn?.();
  };
  const leave = (): void => {
    stopWriting();
    onLeave?.();
  };
  const turned = (): void => (page.document.visibilityState === 'hidden' ? leave() : back());

  const ask = (event: Event): void => {
    if (wouldLose?.()) event.preventDefault();
  };

  page.window.addEventListener('beforeunload', ask);
  page.window.addEventListener('pagehide', leave);
  page.window.addEventListener('pageshow', back);
  page.document.addEventListener('visibilitychange', turned);
  return () => {
    page.window.removeEventListener('beforeunload', ask);
    page.window.removeEventListener('pagehide', leave);
    page.window.removeEventListener('pageshow', back);
    page.document.removeEventListener('visibilitychange', turned);
  };
}
