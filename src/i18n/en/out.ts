import type { out as nb } from '../nb/out.ts';

export const out = {} as const satisfies Record<keyof typeof nb, string>;
