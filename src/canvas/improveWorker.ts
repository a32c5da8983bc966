// Runs beside the page: makes a picture calmer while the first one can already be used.
import { arrange } from '../layout/arrange.ts';
import { improvePicture } from '../layout/improve.ts';
import { type Improvable, measureBy } from './improveInWorker.ts';

addEventListener('message', ({ data }: MessageEvent<Improvable>) => {
  const { people } = arrange({ ...data.request, measure: measureBy(data.widths) }, { improve: improvePicture });
  postMessage([...people].map(([id, { spot }]) => [id, spot]));
});
