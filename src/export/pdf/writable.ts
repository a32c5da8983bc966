/**
 * The letters that the fonts in `../fonts` have: Latin with the Sámi and Vietnamese ones, Greek, Cyrillic, punctuation.
 * They stand side by side, without marks to be put over them: what needs shaping is drawn as a picture.
 */
const LETTERS =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u0148\u014a-\u017f\u018f\u01a0\u01a1\u01af\u01b0\u01cd-\u01d4\u01e4-\u01ef\u01fa-\u01ff\u0218-\u021b\u021e\u021f\u0259\u0292\u02bc\u02c8\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0493\u049a\u049b\u04a2\u04a3\u04ae-\u04b1\u04b6\u04b7\u04ba\u04bb\u04d8\u04d9\u04e2\u04e3\u04e8\u04e9\u04ee\u04ef\u1e00-\u1e9b\u1e9e\u1ea0-\u1ef9\u2009\u2010\u2011\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u202f\u2039\u203a\u20ac\u2190-\u2193\u2212\u2713]*$/u;

export const isWritable = (text: string): boolean => LETTERS.test(text.normalize('NFC'));
