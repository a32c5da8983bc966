import { bucketInUse } from './home.ts';

/** `unknown`: the browser has no such question, or did not answer. Nothing guards against "clear browsing data". */
export type Persistence = 'granted' | 'denied' | 'unknown';

type PersistentStorage = Partial<Pick<StorageManager, 'persist' | 'persisted'>>;

type Found = PersistentStorage | undefined;

/** Where the maps lie. Safari on plain http and older browsers lack it, although the types don't know that. */
const browserStorage = async (): Promise<Found> =>
  (await bucketInUse()) ?? (navigator as { readonly storage?: StorageManager }).storage;

/** Asks the browser not to throw the maps away when it needs room. Firefox asks the user. Never rejects. */
export async function askToPersist(storage: () => Found | Promise<Found> = browserStorage): Promise<Persistence> {
  try {
    const manager = await storage();
    if (manager?.persist === undefined) return 'unknown';
    const already = (await manager.persisted?.()) ?? false;
    return already || (await manager.persist()) ? 'granted' : 'denied';
  } catch {
    return 'unknown';
  }
}

/** Has the browser promised it already? Asks nobody. A browser without such a promise has not given it. Never rejects. */
export async function isPersisted(storage: () => Found | Promise<Found> = browserStorage): Promise<boolean> {
  try {
    return (await (await storage())?.persisted?.()) ?? false;
  } catch {
    return false;
  }
}
