import { startTransition, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { mapInWords } from '../../scene/inWords.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';

const NO_WORDS = { cells: [], lines: [] };

/** The same map for those who don't see it: who stands where, and who knows whom. Everything can be done in the list. */
export function MapInWords() {
  const { t } = useCommands();
  // After the picture: whoever listens is a moment later than whoever looks, and nobody's finger waits for it.
  const map = useDeferredValue(useMap());
  const [isPictured, setPictured] = useState(false);
  useEffect(() => startTransition(() => setPictured(true)), []);
  const { cells, lines } = useMemo(() => (isPictured ? mapInWords(map, t) : NO_WORDS), [isPictured, map, t]);
  return (
    <section className="visually-hidden" aria-label={t('words.title')} translate="no">
      <ul>
        {cells.map((words, at) => (
          // Two fields may have one name.
          <li key={`${at} ${words}`}>{words}</li>
        ))}
        {lines.length > 0 && <li>{t('words.lines', { ties: lines.join('. ') })}</li>}
      </ul>
    </section>
  );
}
