import type { guard as nb } from '../nb/guard.ts';

export const guard = {
  'guard.restored': 'The browser had lost what was saved here. The maps have been brought back from the second copy.',
  'guard.restored.here': 'What was saved was damaged. The map has been brought back from the second copy here.',
  'guard.lookWhetherMissing': 'Check whether anything is missing.',
} as const satisfies Record<keyof typeof nb, string>;
