import type { NewId } from '../model/newMap.ts';
import { repair } from '../model/repair.ts';
import type { NetworkMap } from '../model/types.ts';
import { isEasyNwk, parseEasyNwk } from './foreign/easyNwk.ts';
import { fromEasyNwk } from './foreign/fromEasyNwk.ts';
import type { NotCarried } from './foreign/notCarried.ts';
import { findTrap, MAX_FILE, parseText } from './parseText.ts';
import { failureOf, type ReadFailure, type ReadMap, readMapValue } from './readMapFile.ts';
import { fail, ok, type Result } from './result.ts';
import { writeMapFile } from './writeMapFile.ts';

/** What a pure layer has to be handed: where new ids come from, and what time it is. */
export type Outside = { readonly newId: NewId; readonly now: Date };

export type ReadAny = ReadMap & {
  /** What another tool's file held that has no place here; [] for our own. */
  readonly notCarriedOver: readonly NotCarried[];
  readonly origin: 'own' | 'easyNwk';
};

/** The one way in for a file that somebody opens, of our own or of a tool we know. Never throws. */
export function readAnyFile(text: string, outside: Outside): Result<ReadAny, ReadFailure> {
  const parsed = parseText(text);
  if (!parsed.ok) return parsed;
  const read = readParsed(parsed.value, outside);
  return read.ok && !canBeKept(read.value.map, text) ? fail({ kind: 'tooLarge' }) : read;
}

function readParsed(raw: unknown, outside: Outside): Result<ReadAny, ReadFailure> {
  const own = readMapValue(raw);
  if (own.ok) return ok({ ...own.value, notCarriedOver: [], origin: 'own' });
  return own.failure.kind === 'notAMap' && isEasyNwk(raw) ? readEasyNwk(raw, outside) : own;
}

function readEasyNwk(raw: unknown, { newId, now }: Outside): Result<ReadAny, ReadFailure> {
  const trap = findTrap(raw);
  if (trap !== null) return fail({ kind: 'damaged', where: trap });
  const file = parseEasyNwk(raw);
  if (!('versions' in file)) return fail(failureOf(file));
  const { map, notCarriedOver } = fromEasyNwk(file, newId, now);
  return ok({ ...repair(map), notCarriedOver, origin: 'easyNwk' });
}

/** A terse file grows when all defaults are written out; below this it cannot outgrow what we read again. */
const SURELY_KEPT = MAX_FILE / 200;
const canBeKept = (map: NetworkMap, text: string): boolean =>
  text.length <= SURELY_KEPT || writeMapFile(map).length <= MAX_FILE;
