// node tests/checks/sameBuild.mjs: builds twice and compares every byte, so that whoever hosts the app can build it and see
// that it is the same. Prints one hash of the whole.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './run.mjs';

/** The hash of every file, by its path. @param {string} folder @returns {Map<string, string>} */
function hashesOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  return new Map(
    files
      .map((it) => path.join(it.parentPath, it.name))
      .toSorted()
      .map((file) => [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

const folder = mkdtempSync(path.join(tmpdir(), 'nettverkskart-build-'));
/** @type {Map<string, string>[]} */
const builds = [];
for (const name of ['one', 'two']) {
  const out = path.join(folder, name);
  const { code, output } = await run('vite', ['build', '--logLevel', 'warn', '--outDir', out, '--emptyOutDir']);
  if (code !== 0) throw new Error(output);
  builds.push(hashesOf(out));
}
rmSync(folder, { recursive: true });
const [one = new Map(), two = new Map()] = builds;
const different = [...new Set([...one.keys(), ...two.keys()])].filter((file) => one.get(file) !== two.get(file));
for (const file of different) console.error(`not the same: ${file}`);
const whole = createHash('sha256')
  .update(JSON.stringify([...one]))
  .digest('hex');
console.log(`${one.size} files, ${different.length} different, ${whole}`);
process.exitCode = different.length > 0 || one.size === 0 ? 1 : 0;
