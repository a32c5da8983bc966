import type { LayoutRequest, MeasureText } from '../geometry/arrangement.ts';
import type { PersonId, Spot } from '../model/types.ts';

/** What a worker can be given: a font stays in the page, so widths go along as a table. */
export type Improvable = {
  readonly request: Omit<LayoutRequest, 'measure'>;
  /** Of every text that was measured for the first picture, at size 1. */
  readonly widths: ReadonlyMap<string, number>;
};

/** Measures, and has a table of all that was measured, at size 1. */
export type Letters = { readonly measure: MeasureText; readonly widths: ReadonlyMap<string, number> };

/** As wide as letters are on the whole; only for a text that the first picture did not ask for. */
const USUAL = 0.56;

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

export function measureBy(widths: ReadonlyMap<string, number>): MeasureText {
  return (text, size, weight) => (widths.get(keyOf(text, weight)) ?? USUAL * text.length) * size;
}

/** Better spots for the people of a first picture. Rejects when the worker cannot do it, or nobody wants them any more. */
export async function improveInWorker(
  address: string,
  improvable: Improvable,
  signal: AbortSignal,
): Promise<ReadonlyMap<PersonId, Spot>> {
  const worker = new Worker(address, { type: 'module' });
  const better = new Promise<ReadonlyMap<PersonId, Spot>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<[PersonId, Spot][]>) => resolve(new Map(data)));
    worker.addEventListener('error', () => reject(new Error('The worker failed.')));
    signal.addEventListener('abort', () => reject(new Error('Not wanted any more.')));
  });
  worker.postMessage(improvable);
  try {
    return await better;
  } finally {
    worker.terminate();
  }
}
