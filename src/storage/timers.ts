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
