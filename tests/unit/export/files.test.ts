// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readMapFile } from '../../../src/document/readMapFile.ts';
import { EXTENSIONS, type FileKind, fileName } from '../../../src/export/fileNames.ts';
import { fileToKeep, fileToShare } from '../../../src/export/mapFile.ts';
import { canShareFiles, saveBlob, savesByShareSheet, shareBlob } from '../../../src/export/saveBlob.ts';
import { must } from '../../support/must.ts';
import { richMap } from '../document/richMap.ts';

const PNG = new Blob(['x'], { type: 'image/png' });

function shareSheet(share: (data: ShareData) => Promise<void>, takes = true) {
  Object.assign(navigator, { share, canShare: () => takes });
}

afterEach(() => {
  vi.useRealTimers();
  for (const name of ['share', 'canShare', 'standalone']) Reflect.deleteProperty(navigator, name);
});

describe('names of files', () => {
  it.each(Object.keys(EXTENSIONS) as FileKind[])('%s: only the day, where the tablet is', (kind) => {
    expect(fileName(kind, new Date(2026, 10, 21, 23, 59))).toBe(`kart-2026-11-21.${EXTENSIONS[kind]}`);
  });
});

describe('a file handed to the browser', () => {
  it('goes by a link that is gone again, and an address that is given back', () => {
    vi.useFakeTimers();
    const revoke = vi.fn<(url: string) => void>();
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: revoke });
    const clicked: string[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(`${this.download} ${this.href}`);
    });
    expect(saveBlob(PNG, 'kart-2026-11-21.png')).toBe('handedToBrowser');
    click.mockRestore();
    expect(clicked).toEqual(['kart-2026-11-21.png blob:x']);
    expect(document.querySelector('a')).toBeNull();
    vi.runAllTimers();
    expect(revoke).toHaveBeenCalledWith('blob:x');
  });
});

describe('the share sheet', () => {
  it('is not there', async () => {
    expect(canShareFiles('image/png')).toBe(false);
    expect(await shareBlob(PNG, 'kart.png')).toBe('unavailable');
  });

  it('takes the file under its neutral name', async () => {
    const share = vi.fn<(data: ShareData) => Promise<void>>(() => Promise.resolve());
    shareSheet(share);
    expect(await shareBlob(PNG, 'kart-2026-11-21.png')).toBe('shared');
    expect(share.mock.calls[0]?.[0].files?.[0]?.name).toBe('kart-2026-11-21.png');
    expect(Object.keys(share.mock.calls[0]?.[0] ?? {})).toEqual(['files']);
  });

  it.each([
    ['AbortError', 'cancelled'],
    ['NotAllowedError', 'failed'],
    ['DataError', 'failed'],
  ] as const)('%s means %s', async (name, outcome) => {
    shareSheet(() => Promise.reject(new DOMException('', name)));
    expect(await shareBlob(PNG, 'kart.png')).toBe(outcome);
  });

  it('refuses the type', async () => {
    shareSheet(() => Promise.resolve(), false);
    expect(await shareBlob(PNG, 'kart.png')).toBe('unavailable');
  });

  it('is the only way out of an installed app on an iPad', () => {
    expect(savesByShareSheet('image/png')).toBe(false);
    shareSheet(() => Promise.resolve());
    Object.assign(navigator, { standalone: true });
    expect(savesByShareSheet('image/png')).toBe(true);
  });
});

const textOf = (blob: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.readAsText(blob);
  });

describe('a file of the map', () => {
  it('to keep holds everything', async () => {
    expect(must(readMapFile(await textOf(fileToKeep(richMap())))).map).toEqual(richMap());
  });

  it('to share holds nothing that was not ticked', async () => {
    const nothing = { notes: false, contacts: false, earlierDrawings: false, offPaper: false, meetings: false };
    const text = await textOf(fileToShare(richMap(), nothing));
    expect(must(readMapFile(text)).repairs).toEqual([]);
    for (const secret of ['Noen jeg ikke vil nevne', 'Ringer hver', '22 00 00 00', 'd-mai', 'Hvordan jula']) {
      expect(text).not.toContain(secret);
    }
  });
});
