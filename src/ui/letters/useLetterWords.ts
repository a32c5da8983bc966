import { useEffect, useState } from 'react';
import { type Language, loadTranslate } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useCommands, useView } from '../kit/AppContext.tsx';

type Words = { readonly language: Language; readonly t: Translate };

/** The words of the letter's language, which need not be that of the app; null until they have come. */
export function useLetterWords(language: Language): Translate | null {
  const { t } = useCommands();
  const own = useView((view) => view.language);
  const [loaded, setLoaded] = useState<Words | null>(null);
  useEffect(() => {
    let isWanted = true;
    void loadTranslate(language).then((words) => isWanted && setLoaded({ language, t: words }));
    return () => void (isWanted = false);
  }, [language]);
  if (language === own) return t;
  return loaded?.language === language ? loaded.t : null;
}
