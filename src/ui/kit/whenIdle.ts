/** Safari has no idle callback: there, after so long. */
const SOON_MS = 100;

/** When the browser has nothing else to do, at the latest after `atLatest` milliseconds where that is given. */
export function whenIdle(act: (deadline?: IdleDeadline) => void, atLatest?: number): void {
  if (typeof requestIdleCallback !== 'function') setTimeout(act, SOON_MS);
  else requestIdleCallback(act, atLatest === undefined ? {} : { timeout: atLatest });
}
