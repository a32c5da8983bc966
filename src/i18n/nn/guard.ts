import type { guard as nb } from '../nb/guard.ts';

export const guard = {
  'guard.restored': 'Nettlesaren hadde mista det som var lagra her. Karta er henta tilbake frå den andre kopien.',
  'guard.restored.here': 'Det som var lagra, var øydelagt. Kartet er henta tilbake frå den andre kopien her.',
  'guard.lookWhetherMissing': 'Sjå etter om noko manglar.',
} as const satisfies Record<keyof typeof nb, string>;
