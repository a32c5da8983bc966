import { useEffect, useMemo, useState } from 'react';
import { isForPaper, isThoughtAbout, letterHouseholds } from '../../export/letter/households.ts';
import { letterText } from '../../export/letter/letterText.ts';
import type { PrintedLetter } from '../../export/letter/printedLetter.ts';
import { type Language, loadTranslate } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useCommands, useMap, useMeeting, useView } from '../kit/AppContext.tsx';
import { useOut } from './outChoices.ts';

/** The invitations that may lie on paper, in their own language: to those one wishes to invite for certain. */
export function useLettersForPaper(): readonly PrintedLetter[] {
  const map = useMap();
  const meeting = useMeeting();
  const { roles } = useOut();
  const language = meeting?.letter.language ?? 'nb';
  const t = useWords(language);
  return useMemo(() => {
    if (!meeting || !t) return [];
    const pile = letterHouseholds(map, meeting).filter((to) => isForPaper(map, to) && !isThoughtAbout(meeting, to));
    return pile.map((to) => ({
      key: to[0].id,
      language,
      t,
      parts: letterText({ map, meeting, to, language, t, roles }),
    }));
  }, [map, meeting, language, t, roles]);
}

/** Kept: the browser prints at once, and the letters were chosen where their words had been loaded. */
const loaded = new Map<Language, Translate>();

function useWords(language: Language): Translate | null {
  const { t } = useCommands();
  const own = useView((view) => view.language);
  const [, arrived] = useState(0);
  useEffect(() => {
    if (language === own || loaded.has(language)) return;
    let isWanted = true;
    void loadTranslate(language).then((words) => {
      loaded.set(language, words);
      if (isWanted) arrived((count) => count + 1);
    });
    return () => void (isWanted = false);
  }, [language, own]);
  return language === own ? t : (loaded.get(language) ?? null);
}
