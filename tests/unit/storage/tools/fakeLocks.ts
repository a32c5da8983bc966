import type { Channel, Locks } from '../../../../src/storage/documentLock.ts';

type Waiting = { readonly grant: () => void; readonly refuse: (error: unknown) => void };
type Holder = { readonly steal: () => void };

/** One origin's Web Locks and BroadcastChannel, as the standard has them, for pages in one test. */
export function fakeOrigin() {
  const holders = new Map<string, Holder>();
  const queues = new Map<string, Waiting[]>();
  const listeners = new Set<{ page: object; hear: (event: MessageEvent<unknown>) => void }>();

  const next = (name: string): void => {
    const waiting = queues.get(name)?.shift();
    waiting?.grant();
  };
  const request: Locks['request'] = (name, options, granted) =>
    new Promise((resolve, reject) => {
      const grant = (): void => {
        const holder: Holder = { steal: () => reject(new DOMException('stolen', 'AbortError')) };
        holders.set(name, holder);
        const end = (settle: () => void): void => {
          settle();
          if (holders.get(name) !== holder) return;
          holders.delete(name);
          next(name);
        };
        // The callback comes later, as in browsers.
        queueMicrotask(() => {
          Promise.resolve(granted({ name, mode: 'exclusive' } as Lock)).then(
            () => end(() => resolve(undefined)),
            (error: unknown) => end(() => reject(error as Error)),
          );
        });
      };
      const taken = holders.has(name);
      if (options.steal) {
        const robbed = holders.get(name);
        holders.delete(name);
        robbed?.steal();
        grant();
      } else if (!taken) {
        grant();
      } else if (options.ifAvailable) {
        queueMicrotask(() => resolve(granted(null)));
      } else {
        const waiting: Waiting = { grant, refuse: reject };
        const queue = queues.get(name) ?? [];
        queues.set(name, [...queue, waiting]);
        options.signal?.addEventListener('abort', () => {
          const left = queues.get(name) ?? [];
          if (!left.includes(waiting)) return;
          queues.set(
            name,
            left.filter((it) => it !== waiting),
          );
          reject(options.signal?.reason as Error);
        });
      }
    });

  /** What one page gets; a frozen page hears nothing. */
  const forPage = () => {
    const page = {};
    let frozen = false;
    const channel = (): Channel => ({
      postMessage: (data: unknown) => {
        for (const it of listeners) {
          if (it.page !== page) queueMicrotask(() => it.hear({ data } as MessageEvent<unknown>));
        }
      },
      addEventListener: (_: string, hear: unknown) => {
        const listen = hear as (event: MessageEvent<unknown>) => void;
        listeners.add({ page, hear: (event) => (frozen ? undefined : listen(event)) });
      },
      close: () => {
        for (const it of listeners) if (it.page === page) listeners.delete(it);
      },
    });
    return {
      locks: { request },
      channel,
      freeze: () => {
        frozen = true;
      },
    };
  };
  return {
    forPage,
    shout: (data: unknown) => listeners.forEach(({ hear }) => hear({ data } as MessageEvent<unknown>)),
  };
}
