// oxlint, type-aware. A rule is here if it catches what would reach a user or a reader, and is right nearly always.
import { PURE } from './layers.mjs';

const NETWORK = 'The map never leaves the device: nothing in src talks to a network.';
const KEPT = 'Everything that is kept goes through src/storage.';

const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection'].map(
  (name) => ({ name, message: NETWORK }),
);
const kept = ['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({ name, message: KEPT }));

/** @param {{ name: string, message: string }[]} globals */
const restrictedGlobals = (globals) => ({ 'no-restricted-globals': ['error', { globals, checkGlobalObject: true }] });

const networkProperties = [{ object: 'navigator', property: 'sendBeacon', message: NETWORK }];
const impureProperties = [
  { object: 'Math', property: 'random', message: 'A pure layer gets its randomness handed in, with a seed.' },
  { object: 'Date', property: 'now', message: 'A pure layer gets its clock handed in.' },
];

export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y'],
  jsPlugins: ['./oxlintLayers.mjs'],
  categories: { correctness: 'error' },
  ignorePatterns: ['dist', 'test-results', 'coverage', 'node_modules'],
  rules: {
    eqeqeq: 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/ban-ts-comment': 'error',
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/no-danger': 'error',
    // The runtime is imported by the compiler.
    'react/react-in-jsx-scope': 'off',
  },
  overrides: [
    {
      files: ['**/src/**/*.{ts,tsx}'],
      rules: {
        'nettverkskart/layers': 'error',
        'nettverkskart/no-barrels': 'error',
        'import/no-default-export': 'error',
        'no-console': 'error',
        'typescript/no-non-null-assertion': 'error',
        ...restrictedGlobals([...network, ...kept]),
        'no-restricted-properties': ['error', ...networkProperties],
        'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
        'max-lines-per-function': ['warn', { max: 60, skipBlankLines: true, skipComments: true }],
      },
    },
    { files: ['**/src/storage/**'], rules: restrictedGlobals(network) },
    {
      files: PURE.map((layer) => `**/src/${layer}/**`),
      rules: { 'no-restricted-properties': ['error', ...networkProperties, ...impureProperties] },
    },
    {
      files: ['**/tests/{unit,component,pictures}/**/*.{ts,tsx}'],
      plugins: ['vitest'],
      // The second argument of expect is what is said when it fails.
      rules: { 'vitest/no-focused-tests': 'error', 'vitest/valid-expect': ['error', { maxArgs: 2 }] },
    },
    {
      // Playwright's fixtures take a function called `use`, and an empty pattern says that a fixture needs no other.
      files: ['**/tests/{e2e,engines}/**', '**/tests/support/e2e.ts'],
      rules: { 'react/rules-of-hooks': 'off', 'no-empty-pattern': 'off' },
    },
  ],
};
