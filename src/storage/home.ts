import { browserTimers, type Timers, within } from './timers.ts';

/** Storage beside the usual one, which damage to the usual one does not reach. Chromium has it; the types don't know it. */
export type Bucket = Partial<Pick<StorageManager, 'persist' | 'persisted'>> & { readonly indexedDB: IDBFactory };
export type Buckets = {
  readonly open: (name: string, options?: { readonly durability: 'strict' }) => Promise<Bucket>;
  readonly keys: () => Promise<readonly string[]>;
  readonly delete: (name: string) => Promise<void>;
};

const BUCKET = 'nettverkskart';
/** Normally a millisecond; no start waits for it longer than this. */
const PATIENCE_MS = 1000;

const browserBuckets = (): Buckets | undefined =>
  (globalThis.navigator as { readonly storageBuckets?: Buckets } | undefined)?.storageBuckets;

/** Null when it fails, or takes too long. */
const soon = <T>(work: Promise<T>, timers: Timers): Promise<T | null> =>
  within(work, PATIENCE_MS, timers).catch(() => null);

const openBucket = (buckets: Buckets): Promise<Bucket> => buckets.open(BUCKET, { durability: 'strict' });

const remove = (buckets: Buckets): Promise<boolean> =>
  buckets.delete(BUCKET).then(
    () => true,
    () => false,
  );

/** Where the database lies once the usual place could not be opened any more; null: in the usual place. Never rejects. */
export async function bucketInUse(
  buckets: Buckets | undefined = browserBuckets(),
  timers: Timers = browserTimers,
): Promise<Bucket | null> {
  if (!buckets) return null;
  const find = async () => ((await buckets.keys()).includes(BUCKET) ? openBucket(buckets) : null);
  return soon(find(), timers);
}

/** Where the database lies. */
export type Home = {
  /** Throws or rejects where there is no database at all. */
  readonly factory: () => IDBFactory | Promise<IDBFactory>;
  /**
   * From now on beside the usual place, also at every later start; false where this browser has no other. Is it there already, then
   * only `anew`: what lies there is deleted.
   */
  readonly move: (anew: boolean) => Promise<boolean>;
  /** Did it move? */
  readonly hasMoved: () => Promise<boolean>;
  /** Back to the usual place; what lay in the other one is gone with it. Says whether. */
  readonly moveBack: () => Promise<boolean>;
};

/** `usual`: where the database lies until it has moved. Whether it has is looked up once, when first asked. */
export function createHome(
  usual: () => IDBFactory,
  timers: Timers,
  findBuckets: () => Buckets | undefined = browserBuckets,
): Home {
  let looked: Promise<Bucket | null> | null = null;
  const inUse = (buckets: Buckets) => (looked ??= bucketInUse(buckets, timers));
  return {
    factory: () => {
      const buckets = findBuckets();
      // At once where there is nothing to be asked.
      return buckets ? inUse(buckets).then((bucket) => bucket?.indexedDB ?? usual()) : usual();
    },
    move: async (anew) => {
      const buckets = findBuckets();
      if (!buckets) return false;
      if ((await inUse(buckets)) !== null && !(anew && (await remove(buckets)))) return false;
      const bucket = await soon(openBucket(buckets), timers);
      if (!bucket) return false;
      looked = Promise.resolve(bucket);
      // A promise that may be refused; the other place had no better one.
      void bucket.persist?.().catch(() => undefined);
      return true;
    },
    hasMoved: async () => {
      const buckets = findBuckets();
      return buckets !== undefined && (await inUse(buckets)) !== null;
    },
    moveBack: async () => {
      const buckets = findBuckets();
      looked = Promise.resolve(null);
      return !buckets || remove(buckets);
    },
  };
}
