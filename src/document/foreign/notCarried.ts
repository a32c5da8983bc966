/** What another tool's file holds and a map of ours does not, by name; the interface has a sentence for each. */
export const NOT_CARRIED_KINDS = [
  /** We store nobody's age. */
  'ages',
  'emoji',
  /** No line to the centre at present, or a double one. */
  'lineKinds',
  /** Which kinds of support and how much; that somebody supports is carried over. */
  'supportKinds',
  /** Age, gender and note of the person at the centre. */
  'egoDetails',
  /** Lines to nobody, to oneself or drawn twice. */
  'brokenLines',
  /** People whose id another one has already. */
  'doublePeople',
] as const;
export type NotCarriedKind = (typeof NOT_CARRIED_KINDS)[number];
/** One kind and how many times it occurred. */
export type NotCarried = { readonly kind: NotCarriedKind; readonly count: number };
