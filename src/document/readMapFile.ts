import * as v from 'valibot';
import { repair } from '../model/repair.ts';
import type { Repair } from '../model/repairKinds.ts';
import type { NetworkMap } from '../model/types.ts';
import { findTrap, parseText, type ParseFailure } from './parseText.ts';
import { fail, ok, type Result } from './result.ts';
import { FORMAT, fileV1, mapOf } from './versions/v1.ts';
import { EXCESS, type Excess } from './versions/v1Parts.ts';

/** @internal */
export const CURRENT_VERSION = 1;

export type ReadFailure =
  | ParseFailure
  /** JSON, but nothing we know. */
  | { readonly kind: 'notAMap' }
  | { readonly kind: 'fromNewerApp'; readonly version: number }
  | { readonly kind: 'tooMany'; readonly what: Excess }
  /** `where`: the path to the first thing that is wrong ("map.people.p-1.name"). It may hold ids, never names. */
  | { readonly kind: 'damaged'; readonly where: string };
export type ReadFailureKind = ReadFailure['kind'];

/**
 * In the order in which they are found out; complete by type.
 * @internal
 */
export const READ_FAILURE_KINDS = Object.keys({
  tooLarge: true,
  notJson: true,
  notAMap: true,
  fromNewerApp: true,
  tooMany: true,
  damaged: true,
} satisfies Record<ReadFailureKind, true>) as readonly ReadFailureKind[];

export type ReadMap = { readonly map: NetworkMap; readonly repairs: readonly Repair[] };

/** The one way in for files of our own, opened ones and those that the tablet saved itself. Never throws. */
export function readMapFile(text: string): Result<ReadMap, ReadFailure> {
  const parsed = parseText(text);
  return parsed.ok ? readMapValue(parsed.value) : parsed;
}

const tagged = v.object({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) });

/** The same for a value that has been parsed already (an example that was loaded as a module). */
export function readMapValue(raw: unknown): Result<ReadMap, ReadFailure> {
  const tag = v.safeParse(tagged, raw);
  if (!tag.success) return fail({ kind: 'notAMap' });
  const { version } = tag.output;
  if (version > CURRENT_VERSION) return fail({ kind: 'fromNewerApp', version });
  const trap = findTrap(raw);
  if (trap !== null) return fail({ kind: 'damaged', where: trap });
  // A later version reads the file at its own version here, takes one step at a time, and validates again.
  const file = v.safeParse(fileV1, raw, { abortEarly: true });
  return file.success ? ok(repair(mapOf(file.output))) : fail(failureOf(file.issues[0]));
}

/** What the first thing that valibot found wrong means to the user. */
export function failureOf(issue: v.BaseIssue<unknown>): ReadFailure {
  const what = EXCESS.find((excess) => excess === issue.message);
  return what ? { kind: 'tooMany', what } : { kind: 'damaged', where: v.getDotPath(issue) ?? '' };
}
