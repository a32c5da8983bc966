// node tests/checks/licences.mjs [--write]: the licence of every package that the app may ship. Fails on one that is unknown or
// wants more than a mention, and when public/third-party.txt is not what the packages say; --write writes it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './places.mjs';

/** A mention is enough. OFL: for letters. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]);
const FILE = path.join(ROOT, 'public/third-party.txt');

/** @typedef {{ name: string, version: string, licence: string, text: string }} Shipped */

/** Of several to choose from one is enough; of several that hold together each must be. @param {string} licence */
export const isAllowed = (licence) =>
  licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => ALLOWED.has(one.trim())));

/** @param {string} folder */
function textIn(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}

/**
 * Everything that is not for development alone, as the lock file has it. What is optional is not in the build (vite.config.ts
 * leaves it out), and differs from system to system.
 * @returns {Shipped[]}
 */
export function shipped(root = ROOT) {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  /** @type {[string, { version: string, dev?: boolean, devOptional?: boolean, optional?: boolean }][]} */
  const all = Object.entries(packages);
  return all
    .filter(([place, { dev, devOptional, optional }]) => place !== '' && !dev && !devOptional && !optional)
    .map(([place, { version }]) => {
      const folder = path.join(root, place);
      const { license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { name, version, licence: typeof license === 'string' ? license : 'unknown', text: textIn(folder) };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'));
}

/** @param {Shipped[]} packages */
export function thirdParty(packages) {
  const parts = packages.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`.trim());
  return `Nettverkskart is built with these packages.\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

if (path.resolve(process.argv[1] ?? '') === import.meta.filename) {
  const packages = shipped();
  const wrong = packages.filter(({ licence }) => !isAllowed(licence));
  for (const { name, version, licence } of wrong) console.error(`${name} ${version}: ${licence}`);
  const text = thirdParty(packages);
  if (process.argv.includes('--write')) writeFileSync(FILE, text);
  const isTold = existsSync(FILE) && readFileSync(FILE, 'utf8') === text;
  if (!isTold)
    console.error('public/third-party.txt is not what the packages say: node tests/checks/licences.mjs --write');
  console.log(`${packages.length} packages, ${wrong.length} with a licence that asks for more than a mention`);
  process.exitCode = wrong.length > 0 || !isTold ? 1 : 0;
}
