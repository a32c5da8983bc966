import { useMemo } from 'react';
import type { PrintedLetter } from '../../export/letter/printedLetter.ts';
import { letterPaper } from '../../export/papers/letterPaper.ts';
import type { PaperPage } from '../../export/papers/page.ts';
import { type Sheet, sheetsOf } from '../../export/papers/papers.ts';
import type { PaperRequest } from '../../export/papers/request.ts';
import { ringSheet } from '../../export/papers/ringSheet.ts';
import type { MapSheet } from '../../export/sheet/layoutSheet.ts';
import { useCommands, useMap, useMeeting, useView } from '../kit/AppContext.tsx';
import { layersFor, useOut } from './outChoices.ts';
import { useLettersForPaper } from './useLettersForPaper.ts';
import { useMeasure, useSheet } from './useSheet.ts';

export type LetterPages = { readonly letter: PrintedLetter; readonly pages: readonly PaperPage[] };

export type Sheets = {
  readonly map: MapSheet;
  /** Of the papers that are chosen for print, in order. */
  readonly chosen: readonly Sheet[];
  readonly request: PaperRequest;
  /** The invitations among them. */
  readonly letters: readonly LetterPages[];
};

/** Everything that is to be printed, laid out: the same for the preview, the browser's print and the PDF file. */
export function useSheets(): Sheets {
  const { t } = useCommands();
  const map = useMap();
  const meeting = useMeeting();
  const language = useView((view) => view.language);
  const choices = useOut();
  const { papers, paper, roles, contact, theme, large } = choices;
  const measure = useMeasure();
  const mapSheet = useSheet(measure);
  const written = useLettersForPaper();
  const withLetters = papers.includes('letters');
  const letters = useMemo(
    () => (withLetters ? written.map((letter) => ({ letter, pages: letterPaper(letter, { large, measure }) })) : []),
    [withLetters, written, large, measure],
  );
  const { shown } = layersFor(choices, map);
  const withRings = papers.includes('rings');
  const rings = useMemo(() => {
    if (!withRings) return null;
    const layers = { shown, paper: true, roles, wishes: false };
    return ringSheet({ map, layers, paper: { size: paper, turn: 'landscape' }, language, measure, t });
  }, [withRings, map, shown, paper, roles, language, measure, t]);
  return useMemo(() => {
    const request = { map, meeting, roles, contact, theme, large, language, measure, t };
    const drawn = { map: mapSheet, rings, letters: letters.map(({ pages }) => pages) };
    return { map: mapSheet, request, letters, chosen: sheetsOf(papers, request, drawn) };
  }, [map, meeting, roles, contact, theme, large, language, measure, t, papers, mapSheet, rings, letters]);
}
