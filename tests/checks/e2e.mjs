// npm run test:e2e [-- file …]: builds, then runs the browser tests. With E2E_PORT set, in a place of its own.
import { DIST } from './places.mjs';
import { run } from './run.mjs';

const built = await run('vite', ['build', '--logLevel', 'warn', '--outDir', DIST, '--emptyOutDir'], { show: true });
if (built.code !== 0) process.exit(built.code);
const tested = await run('playwright', ['test', '-c', 'tests/e2e/playwright.config.ts', ...process.argv.slice(2)], {
  show: true,
});
process.exit(tested.code);
