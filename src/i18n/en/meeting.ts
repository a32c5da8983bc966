import type { meeting as nb } from '../nb/meeting.ts';

export const meeting = {} as const satisfies Record<keyof typeof nb, string>;
