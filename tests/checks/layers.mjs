// What may import what in src. One table, read by the lint rule (oxlintLayers.mjs) and by its test.
// Change the design here, nowhere else.
import path from 'node:path';

/** Top to bottom: a layer imports only from the lines below its own, never sideways. */
export const LAYERS = [
  ['app'],
  ['ui'],
  ['commands'],
  ['export'],
  ['canvas', 'store', 'storage'],
  ['scene', 'layout', 'document'],
  ['geometry'],
  ['model', 'i18n'],
];

/** Layers that compile without a browser (tsconfig.pure.json): same answer for the same input. */
export const PURE = ['model', 'i18n', 'geometry', 'layout', 'scene', 'document'];

/** Stands above all layers: boots, then renders. */
const ENTRY = 'main.tsx';

/**
 * Where each package may be imported. A package that isn't listed has no home, and is an error everywhere.
 * An object names the only exports that a folder may take.
 * @type {Record<string, readonly (string | { folder: string, names: readonly string[] })[]>}
 */
export const HOMES = {
  '@digdir/designsystemet-css': ['ui', ENTRY],
  '@digdir/designsystemet-react': ['ui'],
  '@fontsource-variable/inter': ['ui', 'export', ENTRY],
  '@noble/ciphers': ['storage'],
  'age-encryption': ['export'],
  'd3-dsv': ['export'],
  'd3-force': ['layout'],
  'd3-selection': ['canvas'],
  'html-to-image': ['export'],
  'idb-keyval': ['storage'],
  immer: ['model'],
  jspdf: ['export'],
  react: ['ui', 'app', ENTRY],
  'react-dom': ['ui', 'app', ENTRY],
  'svg2pdf.js': ['export'],
  valibot: ['document'],
  zustand: ['store', { folder: 'ui', names: ['useStore'] }, { folder: 'app', names: ['useStore'] }],
};

/** @param {string} folder */
const depthOf = (folder) => LAYERS.findIndex((names) => names.includes(folder));

/** The first part of a path below src: a layer, or a file of its own. @param {string} file */
export const layerOf = (file) => file.split('/')[0] ?? '';

/**
 * Why a file has no business where it lies, or undefined.
 * @param {string} file path below src, with forward slashes
 */
export function misplaced(file) {
  const folder = layerOf(file);
  if (file === ENTRY || (file.includes('/') && depthOf(folder) >= 0)) return undefined;
  return file.includes('/')
    ? `src/${folder} has no layer: give it one in tests/checks/layers.mjs, or put the file where it belongs.`
    : `Only ${ENTRY} lies directly in src: put the file into the folder of its layer.`;
}

/**
 * Why a file may not import something, or undefined when it may.
 * @param {string} file path of the importing file below src, with forward slashes
 * @param {string} specifier as written, e.g. '../model/types.ts' or 'd3-force'
 * @param {readonly string[]} [names] what is imported by name; undefined means everything
 */
export function whyNot(file, specifier, names) {
  const from = layerOf(file);
  const wanted = specifier.replace(/[?#].*$/, '');
  return wanted.startsWith('.')
    ? whyNotFile(from, path.posix.join(path.posix.dirname(file), wanted))
    : whyNotPackage(from, wanted, names);
}

/** @param {string} from @param {string} target path below src */
function whyNotFile(from, target) {
  const to = layerOf(target);
  if (to === '..') return 'src imports nothing from outside src.';
  if (to === from || from === ENTRY) return undefined;
  if (depthOf(to) < 0) return `src/${to} has no layer: give it one in tests/checks/layers.mjs.`;
  if (depthOf(to) > depthOf(from)) return undefined;
  const where = depthOf(to) === depthOf(from) ? 'beside' : 'above';
  return `${from} may not import ${to}, which lies ${where} it. Hand in what is needed (a port), or move the code to the layer where it belongs.`;
}

/** @param {string} from @param {string} specifier @param {readonly string[] | undefined} names */
function whyNotPackage(from, specifier, names) {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const homes = HOMES[name];
  if (homes === undefined)
    return `${name} has no home: say in tests/checks/layers.mjs which layer may import it, and why it is needed.`;
  const home = homes.find((at) => (typeof at === 'string' ? at : at.folder) === from);
  const only = typeof home === 'object' ? home.names : undefined;
  if (home !== undefined && (only === undefined || names?.every((it) => only.includes(it)))) return undefined;
  const list = homes
    .map((at) => (typeof at === 'string' ? at : `${at.folder} (${at.names.join(', ')} only)`))
    .join(', ');
  return `${name} is imported in ${list}, nowhere else.`;
}
