import { useEffect, useState } from 'react';
import { type Language, loadTranslate } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useCommands, useView } from '../kit/AppContext.tsx';

export type LetterWords = { readonly language: Language; readonly t: Translate };

/**
 * The words of the letter's language, which need not be that of the app. While another language is on its way they are
 * those of the one before, so that the screen stays as it is; null only until the first have come.
 */
export function useLetterWords(language: Language): LetterWords | null {
  const { t } = useCommands();
  const own = useView((view) => view.language);
  const [loaded, setLoaded] = useState<LetterWords | null>(null);
  useEffect(() => {
    let isWanted = true;
    void loadTranslate(language).then((words) => isWanted && setLoaded({ language, t: words }));
    return () => void (isWanted = false);
  }, [language]);
  return loaded ?? (language === own ? { language, t } : null);
}
