import { type ShareChoice, shareCopy } from '../document/shareCopy.ts';
import { writeMapFile } from '../document/writeMapFile.ts';
import type { NetworkMap } from '../model/types.ts';

const asFile = (map: NetworkMap): Blob => new Blob([writeMapFile(map)], { type: 'application/json' });

/** The file you keep: everything, as it is on the device. */
export const fileToKeep = (map: NetworkMap): Blob => asFile(map);

/** The file you share: what is not ticked stays behind. */
export const fileToShare = (map: NetworkMap, choice: ShareChoice): Blob => asFile(shareCopy(map, choice));
