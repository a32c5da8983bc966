import type { jsPDF } from 'jspdf';
import { woffToTtf } from './woff.ts';

export const PDF_FONT = 'Inter';
export type PdfWeight = 'normal' | 'bold';

/** Part of the bundle, as data: nothing here talks to a network, not even to fetch a font. */
const FILES = {
  normal: () => import('../fonts/inter-400.woff?inline'),
  bold: () => import('../fonts/inter-600.woff?inline'),
} as const satisfies Record<PdfWeight, () => Promise<{ default: string }>>;

export async function addFonts(pdf: jsPDF): Promise<void> {
  for (const weight of ['normal', 'bold'] as const) {
    const { default: address } = await FILES[weight]();
    const ttf = await woffToTtf(bytesOf(address).buffer);
    const name = `inter-${weight}.ttf`;
    pdf.addFileToVFS(name, binaryString(ttf));
    pdf.addFont(name, PDF_FONT, weight, undefined, 'Identity-H');
  }
}

const bytesOf = (address: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (letter) => letter.codePointAt(0) ?? 0);

function binaryString(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCodePoint(...bytes.subarray(at, at + 4096));
  return text;
}
