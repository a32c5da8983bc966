import { numRuns } from '../../support/depth.ts';

/** Every way to damage a file in one place: each kind of node, with a value that may not stand there. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const isBranch = (value: unknown): value is Record<string, Json> => typeof value === 'object' && value !== null;

/** Records by id and lists repeat the same shape under many keys. */
const RECORDS = new Set(['people', 'places', 'relations', 'groups', 'invitations']);
const shapeOf = (path: Path): string =>
  path.map((key, depth) => (typeof key === 'number' || RECORDS.has(String(path[depth - 1])) ? '*' : key)).join('.');

function* nodesIn(value: Json, path: Path = []): Generator<{ path: Path; value: Json }> {
  yield { path, value };
  if (!isBranch(value)) return;
  for (const [key, child] of Object.entries(value))
    yield* nodesIn(child, [...path, Array.isArray(value) ? Number(key) : key]);
}

const typeOf = (value: Json): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

/** One node of each shape and type (a field may be null, or a place a word); more of them in the long run. */
function somePaths(file: Json): Path[] {
  const seen = new Map<string, number>();
  return [...nodesIn(file)].flatMap(({ path, value }) => {
    const shape = `${shapeOf(path)} ${typeOf(value)}`;
    const count = (seen.get(shape) ?? 0) + 1;
    seen.set(shape, count);
    return path.length > 0 && count <= numRuns(1) ? [path] : [];
  });
}

const WRONG: readonly Json[] = [
  null,
  true,
  '',
  'x',
  'ego',
  'constructor',
  'tray',
  '2026-13-01',
  '2026-11-31T10:00:00Z',
  'é'.repeat(201),
  '👋'.repeat(10_000),
  '👋'.repeat(10_001),
  -1,
  0.5,
  7,
  5e6,
  [],
  {},
  [null],
  ['p-kari'],
  ['p-kari', 'ego'],
  ['ego', 'p-kari', 'p-ole'],
  { toString: 'tray' },
  { x: null },
];

function withValue(file: Json, path: Path, value: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value ?? null;
  const copy: Record<string, Json> = Array.isArray(file) ? (Object.assign([], file) as never) : { ...(file as object) };
  if (rest.length === 0 && value === undefined) delete copy[key];
  else copy[key] = withValue(copy[key] ?? null, rest, value);
  // A hole is no JSON.
  return Array.isArray(copy) ? (copy as Json[]).filter((item) => item !== undefined) : copy;
}

export type Mutation = { readonly name: string; readonly text: string };

/** One file for each node of the given one that is taken away or replaced. */
export function mutationsOf(text: string): Mutation[] {
  const file = JSON.parse(text) as Json;
  return somePaths(file).flatMap((path) =>
    [undefined, ...WRONG].map((value) => ({
      name: `${path.join('.')} = ${value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 40)}`,
      text: JSON.stringify(withValue(file, path, value)),
    })),
  );
}
