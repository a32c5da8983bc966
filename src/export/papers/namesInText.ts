/** Finds people's names inside what somebody has written. A hint for the eye, not a verdict: better one too many. */

export type Known = {
  readonly name: string;
  /** What they are to the person: "mor" in a text is no name. */ readonly role?: string;
};

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLocaleLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that stand in names without being anybody's: "tante Siv", "dr. Lie", "Bente og Ole". */
const NO_NAMES = new Set(
  (
    'og and the to i på fra av med jeg eg meg min mitt mine du deg onkel uncle tante aunt dr doktor doctor fru herr ' +
    'mamma pappa mor far mormor farmor morfar farfar bestemor bestefar besta mum dad mother father grandma grandpa ' +
    'søster syster bror sister brother nabo neighbour naboen venn ven friend lege fastlege psykolog nav noen nokon ' +
    'someone som ikke ikkje vil nevne nemne person kollega sjef lærer lærar trener trenar barn'
  ).split(' '),
);

/** The names that a text mentions, as they are written on the map: whole names, or one of their words. */
export function namesInText(text: string, known: readonly Known[]): string[] {
  const words = wordsOf(text);
  const found = known.flatMap(({ name, role = '' }) => (mentions(words, name, role) ? [name.trim()] : []));
  return [...new Set(found)];
}

function mentions(text: readonly string[], name: string, role: string): boolean {
  const parts = wordsOf(name);
  const roles = new Set(wordsOf(role));
  const own = parts.filter((part) => part.length > 1 && !NO_NAMES.has(part) && !roles.has(part));
  if (own.some((part) => text.some((word) => isNamed(word, part)))) return true;
  // Short names ("E.") and names of ordinary words count as a whole, when they are more than one word.
  return parts.length > 1 && own.length === 0 && ` ${text.join(' ')} `.includes(` ${parts.join(' ')} `);
}

/** "Kari", "Karis", "Lars'": the ending that says whose. */
const isNamed = (word: string, name: string): boolean => word === name || word === `${name}s`;
