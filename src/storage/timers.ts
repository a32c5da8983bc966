import { StorageError } from './errors.ts';

/** Clock and timer, handed in so that tests run in no time. */
export type Timers = {
  /** Milliseconds from some fixed point; never goes backwards. */
  readonly now: () => number;
  /** Runs once after `ms`; gives back how to call it off. */
  readonly set: (run: () => void, ms: number) => () => void;
};

export const browserTimers: Timers = {
  now: () => performance.now(),
  set: (run, ms) => {
    const handle = setTimeout(run, ms);
    return () => clearTimeout(handle);
  },
};

/** What `work` comes to; rejects with a StorageError of the kind `timeout` when it takes longer than `ms`. */
export function within<T>(work: Promise<T>, ms: number, timers: Timers): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = timers.set(() => reject(new StorageError('timeout', `No answer in ${ms} ms`)), ms);
    work.then(resolve, reject).finally(callOff);
  });
}
