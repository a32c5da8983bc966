import { useId } from 'react';
import { smsText } from '../../export/letter/shortTexts.ts';
import { useMap, useT } from '../kit/AppContext.tsx';
import { CopyText } from '../kit/CopyText.tsx';
import type { LetterWords } from './useLetterWords.ts';

/** The neutral message: says nothing about a meeting. */
export function OnlyMessage({ words: { language, t: say } }: { words: LetterWords }) {
  const t = useT();
  const id = useId();
  const text = smsText(useMap(), say);
  return (
    <section className="letters-message" aria-labelledby={id}>
      <h3 id={id}>{t('letter.sms')}</h3>
      <p className="quiet">{t('letter.sms.hint')}</p>
      <blockquote lang={language} translate="no">
        {text}
      </blockquote>
      <CopyText text={text} label={t('letter.sms.copy')} />
    </section>
  );
}
