import type { Translate } from '../../i18n/translate.ts';

/** Only Safari on iPad and iPhone knows the word, and false means that the app is open in a tab there. */
const isTabOnIpad = (): boolean => (navigator as { readonly standalone?: boolean }).standalone === false;

/** In a tab, Safari clears away after seven days without use what is stored; from the home screen it doesn't. */
export function HomeScreenWords({ t }: { t: Translate }) {
  return isTabOnIpad() && <p>{t('start.homeScreen')}</p>;
}
