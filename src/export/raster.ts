/**
 * iPads refuse larger canvases, and give back an empty picture without a word.
 * @internal
 */
export const MAX_PIXELS = 16_777_216;

const STEP_LIMIT_MS = 5_000;
const AGREE_LIMIT_MS = 2_000;
const BETWEEN_DRAWS_MS = 50;
/** Of a small copy in which two pictures are compared. */
const SAMPLE = 160;

export type RasterFailure = 'notDrawn' | 'empty' | 'tooSlow' | 'notMade';
export type Raster =
  | { readonly ok: true; readonly blob: Blob }
  | { readonly ok: false; readonly failure: RasterFailure };

type Size = { readonly width: number; readonly height: number };

/** Pixels of a picture: enlarged as wished, as far as every device can bear. */
export function pixelSize({ width, height }: Size, scale: number): Size {
  const most = Math.sqrt(MAX_PIXELS / (width * height));
  const used = Math.min(scale, most);
  return { width: Math.floor(width * used), height: Math.floor(height * used) };
}

/** An svg as a PNG on white. Never hangs, never gives back an empty picture; tries twice. */
export async function rasterise(svg: string, size: Size): Promise<Raster> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    return await rasteriseAddress(url, size);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The same for the address of an svg. With html in it, it must be a data: one: from a blob: the canvas gives nothing back. */
export async function rasteriseAddress(url: string, size: Size): Promise<Raster> {
  const first = await attempt(url, size);
  // What was too slow once would only keep somebody waiting again.
  return first.ok || first.failure === 'tooSlow' ? first : attempt(url, size);
}

async function attempt(url: string, size: Size): Promise<Raster> {
  const canvas = Object.assign(document.createElement('canvas'), size);
  try {
    const image = await inTime(loadImage(url));
    await drawUntilSettled(image, canvas);
    if (isBlank(sampleOf(canvas))) return { ok: false, failure: 'empty' };
    const blob = await inTime(toPng(canvas));
    return blob && blob.size > 0 ? { ok: true, blob } : { ok: false, failure: 'notDrawn' };
  } catch (problem) {
    return { ok: false, failure: problem === TOO_SLOW ? 'tooSlow' : 'notDrawn' };
  } finally {
    // Gives the memory back at once: Safari keeps a sum over all canvases.
    canvas.width = 0;
    canvas.height = 0;
  }
}

const TOO_SLOW = new Error('Making the picture took too long.');

/** Timers, not animation frames: those stand still while the tablet is locked. */
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(TOO_SLOW), STEP_LIMIT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function loadImage(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  const loaded = new Promise<void>((resolve, reject) => {
    image.addEventListener('load', () => resolve(), { once: true });
    image.addEventListener('error', () => reject(new Error('The picture could not be read.')), { once: true });
  });
  image.src = url;
  await loaded;
  // Safari refuses to decode some svgs that it then draws.
  await image.decode().catch(() => undefined);
  return image;
}

/** Chromium, and Safari on an iPad, draw an svg the first time without its letters: draw until two pictures agree. */
async function drawUntilSettled(image: HTMLImageElement, canvas: HTMLCanvasElement): Promise<void> {
  const end = performance.now() + AGREE_LIMIT_MS;
  await wait(BETWEEN_DRAWS_MS);
  let before = draw(image, canvas);
  while (performance.now() < end) {
    await wait(BETWEEN_DRAWS_MS);
    const now = draw(image, canvas);
    if (now.every((value, at) => value === before[at])) return;
    before = now;
  }
}

function draw(image: HTMLImageElement, canvas: HTMLCanvasElement): Uint8ClampedArray {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas.');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return sampleOf(canvas);
}

function sampleOf(canvas: HTMLCanvasElement): Uint8ClampedArray {
  const small = Object.assign(document.createElement('canvas'), { width: SAMPLE, height: SAMPLE });
  const context = small.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No canvas.');
  context.drawImage(canvas, 0, 0, SAMPLE, SAMPLE);
  const { data } = context.getImageData(0, 0, SAMPLE, SAMPLE);
  small.width = 0;
  return data;
}

/**
 * A sheet has ink on it: something that is clearly darker than paper.
 * @internal
 */
export function isBlank(pixels: Uint8ClampedArray): boolean {
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const light = ((pixels[at] ?? 255) + (pixels[at + 1] ?? 255) + (pixels[at + 2] ?? 255)) / 3;
    if ((pixels[at + 3] ?? 0) > 0 && light < 200) dark += 1;
  }
  return dark < 8;
}

const toPng = (canvas: HTMLCanvasElement) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
