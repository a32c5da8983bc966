import type { start as nb } from '../nb/start.ts';

export const start = {} as const satisfies Record<keyof typeof nb, string>;
