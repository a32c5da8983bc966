/**
 * What of a typed passphrase counts. Tablets begin a field with a capital, add a space after a suggested word and write letters
 * in more than one way (Unicode NFKC): none of that is part of it. Stored maps and files are sealed with this alone.
 */
export const plainPassphrase = (typed: string): string =>
  typed.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
