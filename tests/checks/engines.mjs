// npm run test:engines [-- --project=firefox …]: builds, then the journey and the layout in Chromium, Firefox and WebKitGTK.
// An engine that is missing fails.
import { ENGINES } from './browser.mjs';
import { DIST } from './places.mjs';
import { run } from './run.mjs';

const missing = ENGINES.filter(({ find }) => find() === null).map(({ name }) => name);
const built = await run('vite', ['build', '--logLevel', 'warn', '--outDir', DIST, '--emptyOutDir'], { show: true });
if (built.code !== 0) process.exit(built.code);
// Those that are there run all the same.
const projects = process.argv.slice(2).some((word) => word.startsWith('--project'))
  ? []
  : ENGINES.filter(({ find }) => find() !== null).map(({ project }) => `--project=${project}`);
const tested = await run(
  'playwright',
  ['test', '-c', 'tests/engines/playwright.config.ts', ...projects, ...process.argv.slice(2)],
  { show: true },
);
for (const name of missing) console.error(`FAILED: ${name} is missing.`);
process.exit(missing.length > 0 ? 1 : tested.code);
