import type { Part } from './part.ts';
import { canaries } from './parts/canaries.ts';
import { changing } from './parts/changing.ts';
import { damage } from './parts/damage.ts';
import { elsewhere } from './parts/elsewhere.ts';
import { exits } from './parts/exits.ts';
import { files } from './parts/files.ts';
import { foreign, mutations } from './parts/foreign.ts';
import { fullDisk } from './parts/fullDisk.ts';
import { handingOut } from './parts/handingOut.ts';
import { hiding } from './parts/hiding.ts';
import { hostile } from './parts/hostile.ts';
import { kills } from './parts/kills.ts';
import { locks } from './parts/locks.ts';
import { missing } from './parts/missing.ts';
import { olderTab } from './parts/olderTab.ts';
import { largePictures, manyPictures } from './parts/pictures.ts';
import { soak } from './parts/soak.ts';
import { supply } from './parts/supply.ts';
import { tooLarge } from './parts/tooLarge.ts';
import { webkit } from './parts/webkit.ts';

/** In this order. */
export const PARTS: readonly Part[] = [
  kills,
  exits,
  changing,
  damage,
  canaries,
  fullDisk,
  missing,
  locks,
  files,
  supply,
  hiding,
  olderTab,
  hostile,
  foreign,
  mutations,
  soak,
  tooLarge,
  handingOut,
  largePictures,
  manyPictures,
  webkit,
  ...elsewhere,
];
