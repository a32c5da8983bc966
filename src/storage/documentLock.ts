import type { MapId } from '../model/types.ts';
import { browserTimers, type Timers } from './timers.ts';

/** A holder that is asked has this long to save and let go, in milliseconds; then the lock is taken from it. */
const ASKED_MS = 2000;
const CHANNEL = 'nettverkskart-lock';

/** `navigator.locks`, as far as it is used. */
export type Locks = {
  readonly request: (
    name: string,
    options: LockOptions,
    granted: (lock: Lock | null) => Promise<void> | undefined,
  ) => Promise<unknown>;
};

/** A BroadcastChannel, as far as it is used. It only tells; who may write is decided by the lock alone. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'>;

export type LockPorts = {
  /** null where the browser has no Web Locks. */
  readonly locks: Locks | null;
  readonly channel: ((name: string) => Channel) | null;
  readonly timers: Timers;
};

type Handlers = {
  /**
   * Another page asks for the map: stop editing and resolve when all is saved. A page that hears this is not going away,
   * so a hidden one resumes writing for it.
   */
  readonly onAsked: () => Promise<void>;
  /** The lock is gone, let go or taken: read only from now on, and not one more write. */
  readonly onLost: () => void;
};

export type DocumentLock = {
  /** May this page write? Where there are no Web Locks always; the revision checked by each save is then the guard. */
  readonly held: () => boolean;
  /** Asks the holder to let go, and takes the lock from it if it does not. Then load anew: the holder has saved. */
  readonly takeOver: () => Promise<boolean>;
  /** Lets go, and closes what was opened. The last call. */
  readonly release: () => void;
};

/** Other pages are of the same origin, but may be older or newer. */
function isRequest(data: unknown, id: MapId): boolean {
  const { ask } = Object(data) as { readonly ask?: unknown };
  return ask === id;
}

function browserPorts(): LockPorts {
  const { locks } = navigator as { readonly locks?: LockManager };
  return {
    locks: locks === undefined ? null : { request: (name, options, granted) => locks.request(name, options, granted) },
    channel: typeof BroadcastChannel === 'undefined' ? null : (name) => new BroadcastChannel(name),
    timers: browserTimers,
  };
}

/** Holding one lock or not. `take` resolves with whether it is held now. */
function createHold(locks: Locks, name: string, onTaken: () => void) {
  let letGo: (() => void) | null = null;
  // Locks that may not be used here (a page without an origin of its own) are as good as missing.
  let forbidden = false;
  let closed = false;

  const take = (options: LockOptions): Promise<boolean> =>
    new Promise((resolve) => {
      let mine: (() => void) | null = null;
      const ended = (error?: unknown): void => {
        if (mine === null && (Object(error) as { readonly name?: unknown }).name === 'SecurityError') forbidden = true;
        const taken = mine !== null && letGo === mine;
        if (taken) letGo = null;
        resolve(forbidden);
        if (taken) onTaken();
      };
      locks
        .request(name, options, (lock) => {
          if (lock === null || closed) return undefined;
          const held = new Promise<void>((done) => {
            mine = done;
          });
          letGo = mine;
          resolve(true);
          return held;
        })
        .then(() => ended(), ended);
    });

  const end = (): void => {
    const mine = letGo;
    letGo = null;
    mine?.();
  };

  return {
    take: async (options: LockOptions): Promise<boolean> => !closed && (await take(options)),
    held: () => forbidden || letGo !== null,
    letGo: end,
    /** Lets go, and takes nothing any more, what is asked for already included. */
    close: (): void => {
      closed = true;
      end();
    },
  };
}

async function queue(hold: ReturnType<typeof createHold>, timers: Timers): Promise<boolean> {
  const patience = new AbortController();
  const callOff = timers.set(() => patience.abort(), ASKED_MS);
  const held = await hold.take({ mode: 'exclusive', signal: patience.signal });
  callOff();
  return held;
}

/** Sees to it that a map is written by one page at a time. Resolves at once, held or not. */
export async function lockDocument(
  id: MapId,
  { onAsked, onLost }: Handlers,
  { locks, channel: openChannel, timers }: LockPorts = browserPorts(),
): Promise<DocumentLock> {
  if (locks === null) return { held: () => true, takeOver: async () => true, release: () => undefined };
  const hold = createHold(locks, `nettverkskart-${id}`, onLost);
  const channel = openChannel?.(CHANNEL) ?? null;
  let handingOver = false;
  let taking: Promise<boolean> | null = null;

  const handOver = async (): Promise<void> => {
    if (handingOver || !hold.held()) return;
    handingOver = true;
    await onAsked().catch(() => undefined);
    handingOver = false;
    // Taken meanwhile, and said so then.
    if (!hold.held()) return;
    hold.letGo();
    onLost();
  };
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isRequest(data, id)) void handOver();
  });
  const take = async (): Promise<boolean> => {
    channel?.postMessage({ ask: id });
    return hold.held() || (await queue(hold, timers)) || hold.take({ steal: true });
  };

  await hold.take({ mode: 'exclusive', ifAvailable: true });
  return {
    held: hold.held,
    takeOver: () => {
      taking ??= take().finally(() => {
        taking = null;
      });
      return taking;
    },
    release: () => {
      hold.close();
      channel?.close();
    },
  };
}
