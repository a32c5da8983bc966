/** The part of localStorage and sessionStorage that is used. */
export type SmallStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * One entry of localStorage or sessionStorage. The storage is given as a function, because merely touching it throws where
 * it is blocked. Never throws: reads null and writes nothing then.
 */
export function smallEntry(storage: () => SmallStorage, key: string) {
  const attempt = <T>(act: () => T, otherwise: T): T => {
    try {
      return act();
    } catch {
      return otherwise;
    }
  };
  return {
    read: (): string | null => attempt(() => storage().getItem(key), null),
    /** Says whether it is kept. */
    write: (text: string | null): boolean =>
      attempt(() => {
        if (text === null) storage().removeItem(key);
        else storage().setItem(key, text);
        return true;
      }, false),
  };
}
