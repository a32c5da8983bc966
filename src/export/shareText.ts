import type { Shared } from './saveBlob.ts';

/** Is there a share sheet that takes a text? */
export const canShareText = (): boolean =>
  typeof navigator.share === 'function' &&
  (typeof navigator.canShare !== 'function' || navigator.canShare({ text: 'x' }));

/** Opens the share sheet; to be called in the tap itself. No title: it could end up as the heading of an e-mail. */
export async function shareText(text: string): Promise<Shared> {
  if (!canShareText()) return 'unavailable';
  try {
    await navigator.share({ text });
    return 'shared';
  } catch (problem) {
    return problem instanceof DOMException && problem.name === 'AbortError' ? 'cancelled' : 'failed';
  }
}
