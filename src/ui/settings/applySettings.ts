import { useSyncExternalStore } from 'react';
import type { Settings } from '../../storage/settings.ts';

/** How much larger everything is in *Stor visning*: letters, buttons, and the map itself. */
const LARGE = 1.25;
/** From here on, in per cent, what stays in sight while one scrolls would cover too much of a small screen. */
const LARGE_TEXT = 150;
const APPLIED = 'settings-applied';

/** Makes the page follow what is set for this device. */
export function applySettings({ textSize, large }: Pick<Settings, 'textSize' | 'large'>): void {
  const html = document.documentElement;
  const size = textSize * (large ? LARGE : 1);
  html.style.fontSize = size === 100 ? '' : `${size}%`;
  html.toggleAttribute('data-large', large);
  html.toggleAttribute('data-large-text', size >= LARGE_TEXT);
  window.dispatchEvent(new Event(APPLIED));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener(APPLIED, changed);
  return () => window.removeEventListener(APPLIED, changed);
}

/** How many pixels a unit of the map's stage is. */
export const useMapScale = (): number =>
  useSyncExternalStore(subscribe, () => (document.documentElement.hasAttribute('data-large') ? LARGE : 1));
