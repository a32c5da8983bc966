import { cutText } from '../model/limits.ts';
import type { NetworkMap } from '../model/types.ts';
import { FORMAT, type FileV1 } from './versions/v1.ts';

type Unchanging<Value> = Value extends (infer Item)[]
  ? readonly Unchanging<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Unchanging<Value[Key]> }
    : Value;

/**
 * The map as text in the newest file version: JSON in lines of two spaces, so that two saved maps can be compared.
 * The same map always gives the same text. Does not compile while the model holds what the file version does not.
 */
export function writeMapFile(map: NetworkMap): string {
  const file: Unchanging<FileV1> = { format: FORMAT, version: 1, map };
  return `${JSON.stringify(file, readable, 2)}\n`;
}

/**
 * What no reader takes must not cost somebody their map: JSON writes NaN as null, and a pasted book is longer than a
 * text may be. Forms and edits keep within the limits; this is for the day when one does not.
 */
function readable(_key: string, value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : 0;
  return typeof value === 'string' ? cutText(value) : value;
}
