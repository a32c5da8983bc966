import type { Part } from './part.ts';
import { canaries } from './parts/canaries.ts';
import { damage } from './parts/damage.ts';
import { exits } from './parts/exits.ts';
import { files } from './parts/files.ts';
import { fullDisk } from './parts/fullDisk.ts';
import { hiding } from './parts/hiding.ts';
import { kills } from './parts/kills.ts';
import { locks } from './parts/locks.ts';
import { missing } from './parts/missing.ts';
import { olderTab } from './parts/olderTab.ts';
import { supply } from './parts/supply.ts';

/** In this order. */
export const PARTS: readonly Part[] = [
  kills,
  exits,
  damage,
  canaries,
  fullDisk,
  missing,
  locks,
  files,
  supply,
  hiding,
  olderTab,
];
