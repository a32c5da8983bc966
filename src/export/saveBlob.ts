/** The browser may still be reading the address when the click is over; Safari asks the user first. */
const KEEP_ADDRESS_MS = 60_000;

/**
 * Hands a file to the browser's downloads. Nobody is told whether it was written: "handed to the browser" is all that
 * can honestly be said.
 */
export function saveBlob(blob: Blob, name: string): 'handedToBrowser' {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_ADDRESS_MS);
  return 'handedToBrowser';
}

export type Shared = 'shared' | 'cancelled' | 'unavailable' | 'failed';

/** Is there a share sheet that takes a file of this type? */
export function canShareFiles(type: string): boolean {
  if (typeof navigator.share !== 'function' || typeof navigator.canShare !== 'function') return false;
  try {
    return navigator.canShare({ files: [new File(['x'], `kart.${ENDINGS[type] ?? 'txt'}`, { type })] });
  } catch {
    return false;
  }
}

/** Some browsers look at the name as well as at the type. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'text/csv': 'csv',
  'application/json': 'json',
  'text/calendar': 'ics',
  'application/pdf': 'pdf',
};

/** An installed app on an iPad has no way back from a downloaded file: there, only the share sheet saves. */
export const savesByShareSheet = (type: string): boolean =>
  (navigator as { standalone?: boolean }).standalone === true && canShareFiles(type);

/** Opens the share sheet. To be called in the tap itself, with a blob that is ready: the right to ask lasts seconds. */
export async function shareBlob(blob: Blob, name: string): Promise<Shared> {
  if (!canShareFiles(blob.type)) return 'unavailable';
  try {
    await navigator.share({ files: [new File([blob], name, { type: blob.type })] });
    return 'shared';
  } catch (problem) {
    return problem instanceof DOMException && problem.name === 'AbortError' ? 'cancelled' : 'failed';
  }
}
