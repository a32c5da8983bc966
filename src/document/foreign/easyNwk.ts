/**
 * Reads a file of easyNWK Web (St. Pölten University of Applied Sciences), the neighbouring tool for the same kind of
 * drawing: `{versions: [{id, title, date, nwk}], currentVersion}`, or an older bare `nwk` of `{ego, alteri, connections}`.
 */
import * as v from 'valibot';
import { MAX_DRAWINGS, MAX_PEOPLE, MAX_RELATIONS } from '../../model/limits.ts';
import type { IsoDate } from '../../model/types.ts';
import { type Excess, fields, idOf, isoDate, text } from '../versions/v1Parts.ts';

/** What is missing or null takes the default, as in files of older versions of that tool. */
const words = v.nullish(text, '');
const yesNo = (fallback: boolean) => v.nullish(v.boolean(), fallback);
const number = v.nullish(v.pipe(v.number(), v.finite()), 0);
const key = v.pipe(v.union([v.number(), idOf<string>()]), v.transform(String));
/** Free text there, but sometimes written as a number. */
const age = v.nullish(v.pipe(v.union([text, v.number()]), v.transform(String)), '');

const list = <Item extends v.GenericSchema>(item: Item, max: number, excess: Excess) =>
  v.nullish(v.pipe(v.custom<unknown[]>(Array.isArray), v.maxLength(max, excess), v.array(item)), []);

const alter = fields({
  id: key,
  name: words,
  role: words,
  human: yesNo(true),
  currentGender: words,
  age,
  note: words,
  deceased: yesNo(false),
  /** Line to ego: 1 normal, 0 none at present, 2 a manifold relation. */
  edgeType: v.nullish(v.number(), 1),
  /** Degrees from the x-axis, anticlockwise, −180 to 180. */
  angle: number,
  /** From the centre; 100 is the outer horizon. 0: not placed. */
  distance: number,
  emoji: words,
  conflict: yesNo(false),
  supportEmotional: number,
  supportCognitive: number,
  supportSocial: number,
  supportMaterial: number,
  supportPractical: number,
});
export type Alter = v.InferOutput<typeof alter>;

const nwk = fields({
  ego: fields({ name: words, currentGender: words, age, note: words }),
  alteri: list(alter, MAX_PEOPLE, 'people'),
  connections: list(fields({ id1: key, id2: key }), MAX_RELATIONS, 'relations'),
});
export type Nwk = v.InferOutput<typeof nwk>;

/** A date that is none is no reason to refuse the drawing. */
const date = v.fallback(v.nullable(isoDate), null);
const record = fields({
  versions: v.pipe(
    v.custom<unknown[]>(Array.isArray),
    v.minLength(1),
    v.maxLength(MAX_DRAWINGS, 'parts' satisfies Excess),
    v.array(fields({ id: key, title: words, date, nwk })),
  ),
  currentVersion: v.nullish(key),
});

export type EasyVersion = {
  readonly id: string;
  readonly title: string;
  readonly date: IsoDate | null;
  readonly nwk: Nwk;
};
/** The versions in the order of the file; `current` is one of them. */
export type EasyFile = { readonly versions: readonly EasyVersion[]; readonly current: EasyVersion };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isNwk = (value: unknown): boolean => isObject(value) && isObject(value['ego']) && Array.isArray(value['alteri']);

/** Is this, by its outline, a file of easyNWK? Whether it is sound is another matter. */
export function isEasyNwk(raw: unknown): boolean {
  if (!isObject(raw)) return false;
  if (isNwk(raw)) return true;
  const { versions } = raw;
  return Array.isArray(versions) && versions.some((version) => isObject(version) && isNwk(version['nwk']));
}

/** The file in one shape, or what is wrong with it. */
export function parseEasyNwk(raw: unknown): EasyFile | v.BaseIssue<unknown> {
  const whole = isNwk(raw) ? { versions: [{ id: 1, title: '', date: null, nwk: raw }], currentVersion: 1 } : raw;
  const parsed = v.safeParse(record, whole, { abortEarly: true });
  if (!parsed.success) return parsed.issues[0];
  const { versions, currentVersion } = parsed.output;
  const current = versions.find(({ id }) => id === currentVersion) ?? versions.at(-1);
  if (!current) throw new Error('The schema asks for one version at least.');
  return { versions, current };
}
