export const out = {} as const;
