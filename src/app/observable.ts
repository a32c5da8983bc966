/** A value that can be watched: what the app shows, outside of any map. Maps and views have their stores. */
export function createObservable<Value extends object>(initial: Value) {
  let value = initial;
  const watchers = new Set<() => void>();
  return {
    get: (): Value => value,
    set: (patch: Partial<Value>): void => {
      value = { ...value, ...patch };
      for (const watcher of watchers) watcher();
    },
    subscribe: (watcher: () => void): (() => void) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

export type Observable<Value extends object> = ReturnType<typeof createObservable<Value>>;
