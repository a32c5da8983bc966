// Runs beside the page: lays out what would keep the page busy for more than a frame.
import { arrange } from '../layout/arrange.ts';
import { improvePicture } from '../layout/improve.ts';
import { type Asked, measureBy } from './arrangeInWorker.ts';

addEventListener('message', ({ data, ports: [answer] }: MessageEvent<Asked>) => {
  const { request, widths, improve } = data;
  try {
    const measure = measureBy(widths);
    answer?.postMessage(arrange({ ...request, measure }, improve ? { improve: improvePicture } : {}));
  } catch {
    // Whoever asked does without.
    answer?.postMessage(null);
  }
});
