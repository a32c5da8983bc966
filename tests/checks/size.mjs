// node tests/checks/size.mjs [folder]: what a tablet loads before the first picture, and whether it is small enough.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { DIST } from './places.mjs';

/** In kB of 1000 bytes, gzip -9. */
export const LIMIT_JS = 220;

/** @param {Uint8Array} bytes */
export const packedKB = (bytes) => gzipSync(bytes, { level: 9 }).length / 1000;

/** @param {string} text @param {RegExp} pattern */
const found = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** A script and everything that it imports at once; `import()` comes later and doesn't count. @param {string} file @param {Set<string>} seen */
function withImports(file, seen) {
  if (seen.has(file)) return;
  if (!existsSync(file)) throw new Error(`${file} is missing.`);
  seen.add(file);
  const next = found(readFileSync(file, 'utf8'), /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g);
  for (const each of next) withImports(path.resolve(path.dirname(file), each), seen);
}

/** What the page of a built folder loads at once. @param {string} folder */
function firstLoad(folder) {
  const page = path.join(folder, 'index.html');
  if (!existsSync(page)) throw new Error(`${page} is missing: build first.`);
  const html = readFileSync(page, 'utf8');
  /** @param {string} address */
  const inFolder = (address) => path.resolve(folder, address.replace(/^\//, ''));

  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const scripts = tags
    .filter((tag) => tag.startsWith('<script') || /rel="?modulepreload/.test(tag))
    .flatMap((tag) => found(tag, /(?:src|href)="?([^"\s>]+)/g));
  const styles = tags.filter((tag) => /rel="?stylesheet/.test(tag)).flatMap((tag) => found(tag, /href="?([^"\s>]+)/g));
  if (scripts.length === 0) throw new Error(`${page} loads no script: nothing was measured.`);

  /** @type {Set<string>} */
  const js = new Set();
  for (const script of scripts) withImports(inFolder(script), js);
  return { js: [...js], css: styles.map(inFolder) };
}

/** @param {string} folder @param {number} [limit] */
export function checkSize(folder, limit = LIMIT_JS) {
  const { js, css } = firstLoad(folder);
  /** @param {string[]} files */
  const sum = (files) => files.reduce((total, file) => total + packedKB(readFileSync(file)), 0);
  const kB = sum(js);
  const report = `first load: JS ${kB.toFixed(1)} kB of ${limit} (${js.length} files), CSS ${sum(css).toFixed(1)} kB, gzip`;
  return { ok: kB <= limit, kB, report };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { ok, report } = checkSize(process.argv[2] ?? DIST);
  console.log(report);
  if (!ok) console.error('Too much: load later what is not needed for the first picture (import()).');
  process.exit(ok ? 0 : 1);
}
