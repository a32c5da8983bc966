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
  return `${JSON.stringify(file, finiteOnly, 2)}\n`;
}

/** JSON writes NaN as null, which no reader of numbers takes: one wrong number must not cost somebody their map. */
const finiteOnly = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? 0 : value;
