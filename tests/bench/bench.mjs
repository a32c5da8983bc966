// npm run bench [-- --quick] [--only=product,webcola] [--sizes=25,60]: the product beside its peers, on the same networks, in
// one run. Installs what only this folder needs; the rest is TypeScript, which Vite loads.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';
import { run } from '../checks/run.mjs';

const FOLDER = import.meta.dirname;

/** @param {string} file */
const packagesIn = (file) => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')).packages;

/** npm notes in node_modules what it has installed. */
function installed() {
  const note = 'node_modules/.package-lock.json';
  if (!existsSync(path.join(FOLDER, note))) return false;
  const have = packagesIn(note);
  /** @type {[string, { version: string }][]} */
  const want = Object.entries(packagesIn('package-lock.json'));
  return want.every(([name, { version }]) => name === '' || have[name]?.version === version);
}

if (!installed()) {
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'inherit', shell: true });
  if (npm.status !== 0) process.exit(1);
}
const types = await run('tsc', ['-p', 'tests/bench/tsconfig.json'], { show: true });
if (types.code !== 0) process.exit(1);

const { module } = await runnerImport(path.join(FOLDER, 'main.ts'), { configFile: false, logLevel: 'warn' });
/** @type {(words: string[]) => Promise<void>} */
const main = module.main;
await main(process.argv.slice(2));
