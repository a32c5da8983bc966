// node tests/checks/size.mjs [folder]: what a tablet loads before the first picture, and whether it is small enough.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { DIST, ROOT } from './places.mjs';

/** In kB of 1000 bytes, gzip -9. */
export const LIMIT_JS = 220;
/** … of which the layout: what stands in src/layout and is used by the page, d3-force included. A worker's own part is not. */
const LIMIT_LAYOUT = 15;

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

/** What files outside a layer import of it, as exports; workers left out: they load their own. @param {string} src @param {string} layer */
function usedOf(src, layer) {
  const imports = new RegExp(`^import \\{([^}]*)\\} from '[^']*/${layer}/(\\w+\\.ts)'`, 'gm');
  /** @type {Set<string>} */
  const used = new Set();
  for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file) || file.startsWith(layer) || file.endsWith('Worker.ts')) continue;
    for (const [, names = '', from = ''] of readFileSync(path.join(src, file), 'utf8').matchAll(imports)) {
      const values = names.split(',').map((name) => name.trim().split(' ')[0] ?? '');
      for (const name of values) if (name !== '' && name !== 'type') used.add(`${name} ${path.join(src, layer, from)}`);
    }
  }
  if (used.size === 0) throw new Error(`nothing uses ${layer}: nothing was measured.`);
  return [...used].toSorted().map((one) => {
    const [name = '', ...from] = one.split(' ');
    return `export { ${name} } from ${JSON.stringify(from.join(' '))};`;
  });
}

/** The layer `layout` as the page loads it, packed by itself; other layers are not counted. @param {string} src @param {number} [limit] */
export async function checkLayout(src = path.join(ROOT, 'src'), limit = LIMIT_LAYOUT) {
  const entry = usedOf(src, 'layout').join('\n');
  const result = await build({
    configFile: false,
    root: src,
    logLevel: 'silent',
    plugins: [
      {
        name: 'layout',
        resolveId: (id) => (id === 'layout' ? id : null),
        load: (id) => (id === 'layout' ? entry : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: 'layout',
        preserveEntrySignatures: 'strict',
        external: (id) => id.startsWith('../'),
      },
    },
  });
  if (!('output' in result)) throw new Error('nothing was built.');
  const kB = result.output.reduce((sum, chunk) => sum + ('code' in chunk ? packedKB(Buffer.from(chunk.code)) : 0), 0);
  return { ok: kB <= limit, kB, report: `of it the layout: ${kB.toFixed(1)} kB of ${limit}` };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const checks = [checkSize(process.argv[2] ?? DIST), await checkLayout()];
  for (const { report } of checks) console.log(report);
  const isOk = checks.every(({ ok }) => ok);
  if (!isOk) console.error('Too much: load later what is not needed for the first picture (import()).');
  process.exit(isOk ? 0 : 1);
}
