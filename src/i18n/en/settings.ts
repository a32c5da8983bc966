import type { settings as nb } from '../nb/settings.ts';

export const settings = {} as const satisfies Record<keyof typeof nb, string>;
