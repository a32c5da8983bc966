import { localDate } from '../model/newMap.ts';

export const EXTENSIONS = {
  png: 'png',
  svg: 'svg',
  csv: 'csv',
  map: 'nettverkskart.json',
  sealedMap: 'nettverkskart',
  pdf: 'pdf',
  calendar: 'ics',
} as const;
export type FileKind = keyof typeof EXTENSIONS;

/** "kart-2026-11-21.png": a file's name tells the day, never whose map it is or where it was drawn. */
export const fileName = (kind: FileKind, now: Date): string => `kart-${localDate(now)}.${EXTENSIONS[kind]}`;
