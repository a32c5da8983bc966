import { isolated } from './direction.ts';
import type { nb } from './nb/nb.ts';

/** A plural message; `one` is used for exactly 1 (the three languages need no more forms). */
export type Plural = { readonly one: string; readonly other: string };

type Catalogue = typeof nb;
export type MessageKey = keyof Catalogue;

/** What a language must bring: a missing key, or a text where a plural is wanted, does not compile. */
export type Messages = { readonly [Key in MessageKey]: Catalogue[Key] extends string ? string : Plural };

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type TextOf<Key extends MessageKey> = Catalogue[Key] extends string
  ? Catalogue[Key]
  : Catalogue[Key] extends Plural
    ? Catalogue[Key]['one'] | Catalogue[Key]['other']
    : never;
type NamesIn<Key extends MessageKey> = Placeholders<TextOf<Key>> | (Catalogue[Key] extends string ? never : 'count');
type Values<Key extends MessageKey> = Readonly<Record<NamesIn<Key>, string | number>>;

/** Keys whose text stands alone, so that they can be kept in tables and passed on. */
export type PlainKey = { [Key in MessageKey]: [NamesIn<Key>] extends [never] ? Key : never }[MessageKey];

export type Translate = <Key extends MessageKey>(
  key: Key,
  ...values: [NamesIn<Key>] extends [never] ? [] : [Values<Key>]
) => string;

/** Names and other words from outside keep their direction, and the sentence its own. */
export function createTranslate(messages: Messages): Translate {
  return (key, ...[values]) => {
    const filled = (values ?? {}) as Readonly<Record<string, string | number>>;
    const message: string | Plural = messages[key];
    const text = typeof message === 'string' ? message : message[filled['count'] === 1 ? 'one' : 'other'];
    if (!values) return text;
    return text.replace(/\{(\w+)\}/g, (_, name: string) => isolated(String(filled[name] ?? '')));
  };
}
