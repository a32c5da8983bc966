import type { Arrangement, LayoutRequest, MeasureText } from '../geometry/arrangement.ts';

/** What a worker can be given: a font stays in the page, so widths go along as a table. */
export type Asked = {
  readonly request: Omit<LayoutRequest, 'measure'>;
  /** Of every text that was measured in the page, at size 1. */
  readonly widths: ReadonlyMap<string, number>;
  /** Also makes the picture calmer, which takes a second or more. */
  readonly improve: boolean;
};

/** Measures, and has a table of all that was measured, at size 1. */
export type Letters = { readonly measure: MeasureText; readonly widths: ReadonlyMap<string, number> };

const keyOf = (text: string, weight: Parameters<MeasureText>[2]): string => `${weight} ${text}`;

/** Measures, and remembers what was measured. */
export function recordWidths(measure: MeasureText): Letters {
  const widths = new Map<string, number>();
  const recording: MeasureText = (text, size, weight) => {
    const key = keyOf(text, weight);
    let width = widths.get(key);
    if (width === undefined) widths.set(key, (width = measure(text, 1, weight)));
    return width * size;
  };
  return { measure: recording, widths };
}

/** @throws for a text that was not measured in the page: with another width it would be another picture */
export function measureBy(widths: ReadonlyMap<string, number>): MeasureText {
  return (text, size, weight) => {
    const width = widths.get(keyOf(text, weight));
    if (width === undefined) throw new Error('This text has not been measured.');
    return width * size;
  };
}

export const startWorker = (address: string): Worker => new Worker(address, { type: 'module' });

/** The arrangement that the page itself would make. Rejects when the worker cannot make it, or nobody wants it any more. */
export function arrangeInWorker(
  worker: Worker,
  { request, widths, improve }: Omit<Asked, 'request'> & { readonly request: LayoutRequest },
  signal: AbortSignal,
): Promise<Arrangement> {
  const { measure: _, ...sent } = request;
  const { port1: mine, port2: theirs } = new MessageChannel();
  const answer = new Promise<Arrangement>((resolve, reject) => {
    const fail = () => reject(new Error('The worker has no answer.'));
    mine.addEventListener('message', ({ data }: MessageEvent<Arrangement | null>) => (data ? resolve(data) : fail()));
    worker.addEventListener('error', fail, { signal });
    signal.addEventListener('abort', fail);
  });
  mine.start();
  worker.postMessage({ request: sent, widths, improve } satisfies Asked, [theirs]);
  return answer.finally(() => mine.close());
}
