import type { ExampleId } from '../ui/start/examples.ts';
import type { Read } from './reading.ts';
import { NO_NOTES } from './openedMap.ts';

/** Loaded when asked for; an example does not compile into the app until it has a file. */
const LOADERS = {
  young: () => import('../document/examples/youngCloseFamily.json'),
  varied: () => import('../document/examples/variedWithGroups.json'),
  small: () => import('../document/examples/smallManyProfessionals.json'),
} as const satisfies Record<ExampleId, () => Promise<{ default: unknown }>>;

/** Through the same reader as every file. */
export async function readExample(id: ExampleId): Promise<Read | null> {
  const [{ default: value }, { readMapValue }] = await Promise.all([
    LOADERS[id](),
    import('../document/readMapFile.ts'),
  ]);
  const read = readMapValue(value);
  return read.ok ? { map: read.value.map, notes: NO_NOTES } : null;
}
