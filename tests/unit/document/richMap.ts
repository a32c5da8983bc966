import { readFileSync } from 'node:fs';
import { readMapFile } from '../../../src/document/readMapFile.ts';
import type { NetworkMap } from '../../../src/model/types.ts';
import { must } from '../../support/must.ts';

export const RICH_FILE = 'tests/files/v1/rich.nettverkskart.json';

/** The map of the sample file in which every field is filled in; a fresh one each time. */
export const richMap = (): NetworkMap => must(readMapFile(readFileSync(RICH_FILE, 'utf8'))).map;
