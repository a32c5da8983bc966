import { fileName } from '../export/fileNames.ts';
import { saveBlob } from '../export/saveBlob.ts';
import { writeMapFile } from '../document/writeMapFile.ts';
import { selectMap } from '../store/mapStore.ts';
import type { OpenedMap } from './openedMap.ts';

/** Hands text out as a file, with nothing in between that could fail. */
export function saveRaw(text: string): void {
  saveBlob(new Blob([text], { type: 'application/json' }), fileName('map', new Date()));
}

/** A copy from memory, also when nothing can be stored. */
export const saveCopy = ({ mapStore }: OpenedMap): void => saveRaw(writeMapFile(selectMap(mapStore.getState())));
