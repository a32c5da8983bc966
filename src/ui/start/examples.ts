import type { PlainKey } from '../../i18n/translate.ts';

export const EXAMPLE_IDS = ['young', 'varied', 'small'] as const;
export type ExampleId = (typeof EXAMPLE_IDS)[number];

export const EXAMPLE_WORDS = {
  young: 'start.example.young',
  varied: 'start.example.varied',
  small: 'start.example.small',
} as const satisfies Record<ExampleId, PlainKey>;
