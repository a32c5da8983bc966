import type { failures as nb } from '../nb/failures.ts';

export const failures = {} as const satisfies Record<keyof typeof nb, string>;
