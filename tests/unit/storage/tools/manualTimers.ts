import { setImmediate as nextTask } from 'node:timers/promises';
import type { Timers } from '../../../../src/storage/timers.ts';

type Alarm = { readonly at: number; readonly run: () => void };

/** Time that stands still until it is moved on; the tasks of the fake database run in between. */
export function manualTimers() {
  let now = 0;
  const alarms = new Set<Alarm>();
  const timers: Timers = {
    now: () => now,
    set: (run, ms) => {
      const alarm = { at: now + ms, run };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
  };
  const due = (): Alarm | undefined => [...alarms].filter((it) => it.at <= now).toSorted((a, b) => a.at - b.at)[0];
  const ring = (): void => {
    for (let alarm = due(); alarm !== undefined; alarm = due()) {
      alarms.delete(alarm);
      alarm.run();
    }
  };
  return {
    timers,
    pending: () => alarms.size,
    /** Moves time on at once, and lets promises settle only afterwards. */
    skip: (ms: number): void => {
      now += ms;
      ring();
    },
    /** Moves time on in small steps, with room for the database to answer after each. */
    pass: async (ms: number, stepMs = 50): Promise<void> => {
      for (let left = ms; left > 0; left -= stepMs) {
        now += Math.min(stepMs, left);
        ring();
        await settle();
      }
    },
  };
}

/** Lets everything run that waits for no timer; long enough for a transaction of a few dozen requests. */
export async function settle(tasks = 60): Promise<void> {
  for (let task = 0; task < tasks; task += 1) await nextTask();
}
