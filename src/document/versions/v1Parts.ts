/** The small parts that the schema of file version 1 is made of. Frozen together with it. */
import * as v from 'valibot';
import { isTextWithin } from '../../model/limits.ts';
import type { IsoDate, IsoDateTime } from '../../model/types.ts';

/** Why something was refused that is not simply of the wrong shape; the reader makes a failure of its own of these. */
export const EXCESS = ['people', 'relations', 'characters', 'parts'] as const;
export type Excess = (typeof EXCESS)[number];

/**
 * Names that every object knows already: as ids they would be found where nobody is. `ego` has its own meaning.
 * @internal
 */
export const RESERVED_IDS = [
  'ego',
  'prototype',
  'constructor',
  '__proto__',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
] as const;
const reserved: ReadonlySet<string> = new Set(RESERVED_IDS);
export const MAX_ID = 200;

const isObject = (input: unknown): input is Record<string, unknown> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

/** An object with these fields; others are dropped. (valibot alone takes an array for an object.) */
export const fields = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(v.custom<Record<string, unknown>>(isObject), v.object(entries));

/** The same, where each field may be left out and takes its default. */
export const fieldsOrNone = <Entries extends v.ObjectEntries>(entries: Entries) => v.optional(fields(entries), {});

/** Records by id, at most `max` of them. */
export const recordOf = <Key extends string, Value extends v.GenericSchema>(
  key: v.GenericSchema<unknown, Key>,
  value: Value,
  max: number,
  excess: Excess = 'parts',
) =>
  v.pipe(
    v.custom<Record<string, unknown>>(isObject),
    v.maxEntries(max, excess),
    v.record(key as unknown as v.GenericSchema<string, Key>, value),
    // valibot says "perhaps undefined" where a key is a branded string.
    v.transform((records) => records as Record<Key, v.InferOutput<Value>>),
  );

/** An array of at most `max` such items; longer ones are refused before any item is read. */
export const listOf = <Item extends v.GenericSchema>(item: Item, max: number) =>
  v.pipe(v.custom<unknown[]>(Array.isArray), v.maxLength(max, 'parts' satisfies Excess), v.array(item));

/** JSON Schema counts characters, JavaScript halves of some: an emoji is one here too. */
export const text = v.pipe(v.string(), v.check(isTextWithin, 'characters' satisfies Excess));
export const textOrNone = v.optional(text, '');
export const nameOrNull = v.optional(v.nullable(text), null);

/** An id of this kind, kept as it stands in the file. */
export const idOf = <Id extends string>(max = MAX_ID) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(max),
    v.check((id) => !reserved.has(id)),
    v.transform((id) => id as Id),
  );

export const yesNo = (fallback: boolean) => v.optional(v.boolean(), fallback);
export const oneOf = <const Options extends readonly string[]>(options: Options) => v.picklist(options);
export const orNull = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema), null);

/** JSON knows −0, and writes it as 0: it is 0 from the start. */
const unsigned = v.transform((value: number) => value + 0);
/** A finite number from `min` to `max`, both included. */
export const number = (min: number, max: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max), unsigned);
/** A whole number from 0 to `max`, both included. */
export const count = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max), unsigned);

const DAY = String.raw`\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))`;
const CLOCK = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)`;
/** @internal */
export const DATE_PATTERN = `^${DAY}$`;
/** @internal */
export const DATE_TIME_PATTERN = `^${DAY}T${CLOCK}$`;

/** Browsers differ in what they make of 29 February in a year that has none. */
function dayExists(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split('-').map(Number);
  if (month !== 2 || day !== 29) return true;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** `2026-11-21` */
export const isoDate = v.pipe(
  v.string(),
  v.regex(new RegExp(DATE_PATTERN)),
  v.check(dayExists),
  v.transform((date) => date as IsoDate),
);
/** `2026-11-21T14:03:00.000Z` */
export const isoDateTime = v.pipe(
  v.string(),
  v.regex(new RegExp(DATE_TIME_PATTERN)),
  v.check(dayExists),
  v.transform((moment) => moment as IsoDateTime),
);
