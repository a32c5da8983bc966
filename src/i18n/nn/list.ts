import type { list as nb } from '../nb/list.ts';

export const list = {} as const satisfies Record<keyof typeof nb, string>;
