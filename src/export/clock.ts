export type Clock = { readonly hour: number; readonly minute: number };

const CLOCK = /^(?:kl\.?\s*|at\s+)?([01]?\d|2[0-3])(?:[:.]?([0-5]\d))?(?:\s*[–-].*)?$/iu;

/** "17:00", "17.30", "kl. 9", "0930", "17:00–18:30": the time a meeting begins; null for "etter middag". */
export function clockOf(time: string): Clock | null {
  const [, hour, minute = '0'] = CLOCK.exec(time.trim()) ?? [];
  return hour === undefined ? null : { hour: Number(hour), minute: Number(minute) };
}
