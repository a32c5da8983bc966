import type { Settings } from '../storage/settings.ts';

type Times = Pick<Settings, 'coverAfter' | 'lockAfter' | 'lockHiddenAfter'>;

type Ports = {
  /** Milliseconds of the wall clock: a tablet that slept has been left alone all the while. */
  readonly now: () => number;
  readonly times: () => Times;
  readonly cover: () => void;
  readonly screenLost: () => void;
  readonly lock: () => void;
};

export type Guard = {
  /** Somebody touches, types or points. */
  readonly stir: () => void;
  /** Time to look whether it has been long enough. */
  readonly look: () => void;
  readonly hidden: () => void;
  readonly seen: () => void;
  /** *Vi snakker – la kartet stå*: nothing happens for lack of touch, until the screen is lost. */
  readonly talking: () => boolean;
  readonly setTalking: (talking: boolean) => void;
  /** While the system prints the page may be out of sight, and must not be covered: the cover would be printed. */
  readonly printing: (printing: boolean) => void;
};

const MINUTE = 60_000;
/** After the print dialog the page may be hidden for a moment more. */
const AFTER_PRINT_MS = 3000;

/** Decides when the map is covered and when it is locked. */
export function createGuard({ now, times, cover, screenLost, lock }: Ports): Guard {
  let stirred = now();
  let hiddenAt: number | null = null;
  let talking = false;
  let printingUntil = 0;

  const look = (): void => {
    const { coverAfter, lockAfter, lockHiddenAfter } = times();
    const idle = now() - stirred;
    const away = hiddenAt === null ? 0 : now() - hiddenAt;
    if (away >= lockHiddenAfter * MINUTE || (!talking && idle >= lockAfter * MINUTE)) lock();
    // While the system prints the cover would be printed; a lock waits for its save, and for nothing else.
    else if (!talking && now() >= printingUntil && coverAfter > 0 && idle >= coverAfter * MINUTE) cover();
  };
  return {
    stir: () => {
      stirred = now();
    },
    look,
    hidden: () => {
      hiddenAt ??= now();
      if (now() < printingUntil) return;
      talking = false;
      screenLost();
    },
    seen: () => {
      look();
      hiddenAt = null;
    },
    talking: () => talking,
    setTalking: (next) => {
      talking = next;
      stirred = now();
    },
    printing: (printing) => {
      printingUntil = printing ? Infinity : now() + AFTER_PRINT_MS;
    },
  };
}

/** Any of these is a sign that somebody is there. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input'] as const;
const LOOK_MS = 5000;

/** Lets the guard hear the page. Leaving and coming back it hears from `watchLeaving`. */
export function listen(guard: Guard): void {
  for (const sign of SIGNS) window.addEventListener(sign, guard.stir, { capture: true, passive: true });
  window.addEventListener('beforeprint', () => guard.printing(true));
  window.addEventListener('afterprint', () => guard.printing(false));
  setInterval(guard.look, LOOK_MS);
}
