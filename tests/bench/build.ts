// Builds the product and its contestants, each on its own, so that each can be weighed.
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { RESULTS } from '../checks/places.mjs';
import { run } from '../checks/run.mjs';
import { checkSize, packedKB } from '../checks/size.mjs';
import type { ContestantEntry } from './options.ts';

const FOLDER = import.meta.dirname;
export const OUT = path.join(RESULTS, 'bench');
/** What the server serves: the page of the bench at its top, the product in `app`. */
export const SITE = path.join(OUT, 'site');

// The runner that loads this file says "development", and React would be built for that.
const PRODUCTION = { NODE_ENV: 'production' };

/** @returns kB of JavaScript, gzip; for the product all that is loaded before the first picture */
export async function buildAll(contestants: readonly ContestantEntry[]): Promise<Map<string, number>> {
  Object.assign(process.env, PRODUCTION);
  rmSync(SITE, { recursive: true, force: true });
  await buildScript('harness', path.join(FOLDER, 'page/harness.ts'));
  copyFileSync(path.join(FOLDER, 'page/index.html'), path.join(SITE, 'index.html'));
  const weights = new Map<string, number>();
  for (const { name, file } of contestants) {
    await buildScript(name, path.join(FOLDER, 'contestants', file));
    weights.set(name, packedKB(readFileSync(path.join(SITE, `${name}.js`))));
  }
  if (!weights.has('product')) return weights;
  const app = path.join(SITE, 'app');
  const words = ['build', '--logLevel', 'error', '--outDir', app, '--emptyOutDir'];
  const built = await run('vite', words, { show: true, env: PRODUCTION });
  if (built.code !== 0) throw new Error('The product does not build.');
  return weights.set('product', checkSize(app, Infinity).kB);
}

async function buildScript(name: string, entry: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    root: FOLDER,
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: SITE,
      emptyOutDir: false,
      target: 'es2023',
      lib: { entry, formats: ['es'], fileName: () => `${name}.js` },
      minify: true,
    },
  });
}
