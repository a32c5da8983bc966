import type { Language } from './languages.ts';

/**
 * Names of months and days. Nynorsk is written out here because Chromium has no data for `nn` and would silently
 * answer in the browser's own language; so `nn` is never given to Intl, and the three languages are treated alike.
 */
const MONTHS = {
  nb: 'januar februar mars april mai juni juli august september oktober november desember',
  nn: 'januar februar mars april mai juni juli august september oktober november desember',
  en: 'January February March April May June July August September October November December',
} as const satisfies Record<Language, string>;
const DAYS = {
  nb: 'søndag mandag tirsdag onsdag torsdag fredag lørdag',
  nn: 'sundag måndag tysdag onsdag torsdag fredag laurdag',
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
} as const satisfies Record<Language, string>;

const parts = (isoDate: string) => isoDate.split('-').map(Number) as [number, number, number];
const monthName = (language: Language, month: number) => MONTHS[language].split(' ')[month - 1] ?? '';

/** "21. november 2026", "21 November 2026" */
export function longDate(language: Language, isoDate: string): string {
  const [year, month, day] = parts(isoDate);
  return `${day}${language === 'en' ? '' : '.'} ${monthName(language, month)} ${year}`;
}

/** "torsdag 3. desember 2026" */
export function longDateWithDay(language: Language, isoDate: string): string {
  const [year, month, day] = parts(isoDate);
  // Noon in UTC: the day of the week of a calendar day does not depend on where the tablet is.
  const weekday = DAYS[language].split(' ')[new Date(Date.UTC(year, month - 1, day, 12)).getUTCDay()] ?? '';
  return `${weekday} ${longDate(language, isoDate)}`;
}

/** "november 2026" */
export function monthAndYear(language: Language, isoDate: string): string {
  const [year, month] = parts(isoDate);
  return `${monthName(language, month)} ${year}`;
}
