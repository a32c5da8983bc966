import { useSyncExternalStore } from 'react';
import { MAP_COLOURS, type MapColours, type MapTheme } from '../../scene/colours.ts';

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';

function subscribe(changed: () => void): () => void {
  const queries = [DARK, CONTRAST].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}

function theme(): MapTheme {
  const dark = matchMedia(DARK).matches;
  if (matchMedia(CONTRAST).matches) return dark ? 'darkContrast' : 'lightContrast';
  return dark ? 'dark' : 'light';
}

/** The map's colours as the system wants them. */
export const useMapColours = (): MapColours => MAP_COLOURS[useSyncExternalStore(subscribe, theme)];

export const prefersReducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
