import type { Result } from '../../document/result.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import type { Origin } from '../openedMap.ts';
import { type ChosenFile, openSealedFile, type Read, readChosenFile } from '../reading.ts';
import { QUIET } from '../sessionState.ts';
import type { OpenMaps } from './openMaps.ts';
import type { Screens } from './screens.ts';

type Given = { readonly screens: Screens; readonly maps: OpenMaps };

/** Opens what is not stored here: files, examples, earlier copies. In memory, until somebody wants it kept. */
export class FromOutside {
  readonly #screens: Screens;
  readonly #maps: OpenMaps;

  constructor({ screens, maps }: Given) {
    this.#screens = screens;
    this.#maps = maps;
  }

  /**
   * Opens a file, or one that is being read already.
   * @returns whether a map was opened: not when the file is none, asks for its passphrase, or another was asked for meanwhile
   */
  async openFile(file: File | ChosenFile): Promise<boolean> {
    const asked = this.#screens.ask(null);
    const read = await (file instanceof File ? readChosenFile(file) : file);
    if (!this.#screens.isAsked(asked)) return false;
    if ('sealed' in read) {
      this.#screens.state.set({ ...QUIET, sealedFile: read.sealed });
      return false;
    }
    return this.#showRead(read);
  }

  /** The file that waits for its passphrase. */
  async unlockFile(passphrase: string): Promise<'opened' | 'wrong'> {
    const { sealedFile } = this.#screens.state.get();
    if (!sealedFile) return 'opened';
    const read = await openSealedFile(sealedFile, passphrase);
    if (this.#screens.state.get().sealedFile !== sealedFile) return 'opened';
    if (read === 'refused') return 'wrong';
    this.#showRead(read);
    return 'opened';
  }

  forgetFile(): void {
    this.#screens.state.set({ sealedFile: null });
  }

  /** The map before waits behind it. */
  showInMemory({ map, notes }: Read, origin: Origin): void {
    const opened = this.#maps.make(map, origin, notes);
    this.#maps.stepAside();
    this.#screens.show(opened);
  }

  #showRead(read: Result<Read, PlainKey>): boolean {
    if (read.ok) this.showInMemory(read.value, 'file');
    else this.#screens.state.set({ ...QUIET, sealedFile: null, failure: read.failure });
    return read.ok;
  }
}
