// npm run test:reliability [-- --part=R1,S4] [--scale=0.1] [--seed=7] [--workers=2] [--short] [--no-build]: tries again and
// again what must never go wrong, with a real browser where that matters. The rest is TypeScript, which Vite loads.
import path from 'node:path';
import { runnerImport } from 'vite';
import { DIST } from '../checks/places.mjs';
import { run } from '../checks/run.mjs';

const words = process.argv.slice(2);
if (!words.includes('--short') && !words.includes('--no-build')) {
  const built = await run('vite', ['build', '--logLevel', 'warn', '--outDir', DIST, '--emptyOutDir'], { show: true });
  if (built.code !== 0) process.exit(built.code);
}
const { module } = await runnerImport(path.join(import.meta.dirname, 'main.ts'), {
  configFile: false,
  logLevel: 'warn',
});
/** @type {(words: string[]) => Promise<boolean>} */
const main = module.main;
// Not waited for what is still open: a browser that hangs must not keep the count from being told.
process.exit((await main(words)) ? 0 : 1);
