// npm test: every check, in order, and one closing line. `--static` stops after the checks that need no run of the app;
// `--full` tries more random cases and more screens.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ENGINES, findChromium } from './browser.mjs';
import { DIST, RESULTS } from './places.mjs';
import { readNames, readPlaywright, readVitest } from './results.mjs';
import { run } from './run.mjs';

/** @typedef {import('./results.mjs').Count} Count */

const FULL = process.argv.includes('--full');
const STATIC_ONLY = process.argv.includes('--static');
/** @type {Record<string, string>} */
const env = { ...(FULL && { TEST_FULL: '1' }), ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) };

const CODE = ['src', 'tests', 'vite.config.ts', 'index.html'];

/** @type {[name: string, tool: string, args: string[]][]} */
const STATIC = [
  ['types', 'tsc', ['-p', '.']],
  ['types of the pure layers', 'tsc', ['-p', 'tests/checks/tsconfig.pure.json']],
  ['lint', 'oxlint', ['--type-aware', '-c', 'tests/checks/oxlint.config.mjs', ...CODE.slice(0, 3)]],
  ['format', 'oxfmt', ['-c', 'tests/checks/oxfmt.json', '--check', ...CODE]],
  ['unused code', 'knip', ['-c', 'tests/checks/knip.json']],
  ['licences', 'node', ['tests/checks/licences.mjs']],
  // What is exported for its test alone says so: /** @internal */.
  ['code that only tests use', 'knip', ['-c', 'tests/checks/knip.json', '--production', '--include', 'files,exports']],
];

/** @type {Count & { alone: string[] }} */
const total = { passed: 0, failed: 0, notRun: [], alone: [] };
let ranTests = 0;

/** @param {Count} count */
function add(count) {
  total.passed += count.passed;
  total.failed += count.failed;
  total.notRun.push(...count.notRun);
}

/** One tool, one check: its words are shown when it fails. @param {string} name @param {string} tool @param {string[]} args */
async function check(name, tool, args) {
  const { code, output } = await run(tool, args, { env });
  const ok = code === 0;
  console.log(ok ? `ok      ${name}` : `FAILED  ${name}\n${output}`);
  add({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, notRun: [] });
  return ok;
}

/**
 * A test runner: its tests are counted one by one, from the file that it writes.
 * @param {string} name @param {string[]} args @param {Record<string, string>} more
 * @param {string} file @param {(report: any) => Count} read @param {boolean} show
 * @returns {Promise<Count>}
 */
async function tested(name, args, more, file, read, show) {
  rmSync(file, { force: true });
  const { code, output } = await run(name, args, { show, env: { ...env, ...more } });
  if (!show) console.log(output);
  /** @type {Count} */
  let count = { passed: 0, failed: 0, notRun: [] };
  try {
    count = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (problem) {
    console.error(`${name} left no result: ${String(problem)}`);
  }
  const ran = count.passed + count.failed;
  // An error outside of any test, or nothing to run, is a failure too.
  if (count.failed === 0 && (code !== 0 || ran === 0)) {
    console.error(ran === 0 ? `${name} ran no test.` : `${name} ended with ${code}.`);
    count.failed = 1;
  }
  return count;
}

/** @param {Parameters<typeof tested>} parameters */
async function suite(...parameters) {
  const count = await tested(...parameters);
  ranTests += count.passed + count.failed;
  add(count);
}

async function staticChecks() {
  for (const each of STATIC) await check(...each);
}

function unitTests() {
  const file = path.join(RESULTS, 'vitest.json');
  // Shown when done: other checks speak meanwhile.
  return suite(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    {},
    file,
    readVitest,
    false,
  );
}

async function browserTests() {
  if (!(await check('build', 'vite', ['build', '--logLevel', 'warn', '--outDir', DIST, '--emptyOutDir']))) {
    total.notRun.push('size and browser tests: the build failed');
    return;
  }
  await check('size', 'node', ['tests/checks/size.mjs', DIST]);
  if (findChromium() === null) {
    total.notRun.push('browser tests: no Chromium');
    total.failed += 1;
    return;
  }
  await playwrightTests();
  await reliabilityTests();
  await engineTests();
}

/** So many may be tried once more. More of them are not the weather. */
const ALONE_AT_MOST = 3;

/**
 * What fails beside others on a machine that others use too is tried once more, alone and with everything recorded. What
 * passes then was slow, not wrong – and is named at the end, so that one that comes again and again is seen.
 */
async function playwrightTests() {
  const file = path.join(RESULTS, 'playwright.json');
  const args = ['test', '-c', 'tests/e2e/playwright.config.ts', '--reporter=list,json'];
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const first = await tested('playwright', args, env, file, readPlaywright, true);
  ranTests += first.passed + first.failed;
  add(first);
  if (first.failed === 0 || first.failed > ALONE_AT_MOST) return;
  console.log('\nOnce more, alone:');
  const alone = [...args, '--last-failed', '--workers=1', '--trace=on'];
  const second = await tested('playwright', alone, env, file, readPlaywright, true);
  if (second.failed > 0 || second.passed !== first.failed) return;
  total.failed -= first.failed;
  total.passed += first.failed;
  total.alone.push(...readNames(JSON.parse(readFileSync(file, 'utf8'))));
}

/** A few tries of each; `npm run test:reliability` has the thousands. */
async function reliabilityTests() {
  const file = path.join(RESULTS, 'reliability.json');
  await suite('node', ['tests/reliability/run.mjs', '--short'], {}, file, (count) => count, true);
}

/** In the long form, in the engines that are there: `npm run test:engines` is what installs them. */
async function engineTests() {
  const file = path.join(RESULTS, 'engines.json');
  const present = FULL ? ENGINES.filter(({ find }) => find() !== null) : [];
  for (const { name, project } of ENGINES.filter((engine) => !present.includes(engine))) {
    // Chromium has had its own journey and layout among the browser tests.
    if (project === 'chromium') continue;
    total.notRun.push(`the journey and the layout in ${name} (npm run test:engines installs and runs it)`);
  }
  if (present.length === 0) return;
  const projects = present.map(({ project }) => `--project=${project}`);
  const args = ['test', '-c', 'tests/engines/playwright.config.ts', '--reporter=list,json', ...projects];
  await suite('playwright', args, { PLAYWRIGHT_JSON_OUTPUT_NAME: file }, file, readPlaywright, true);
}

mkdirSync(RESULTS, { recursive: true });
if (STATIC_ONLY) await staticChecks();
else {
  await Promise.all([staticChecks(), unitTests()]);
  await browserTests();
  if (ranTests === 0) total.failed += 1;
}

for (const name of total.notRun) console.log(`not run: ${name}`);
for (const name of total.alone) console.log(`passed only when tried alone: ${name}`);
const skipped = total.notRun.length === 0 ? '' : `, ${total.notRun.length} skipped`;
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);
