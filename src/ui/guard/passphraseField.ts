/** Nobody's password book, no capitals and no corrections: a passphrase is typed as it stands on the paper. */
export const PASSPHRASE_FIELD = {
  autoComplete: 'off',
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
} as const;
