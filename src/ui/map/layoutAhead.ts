import type { Arrangement, LayoutRequest } from '../../geometry/arrangement.ts';
import { arrangeInWorker, type Letters, startWorker } from '../../canvas/arrangeInWorker.ts';
import { screenRequest, type Stage } from '../../canvas/picture.ts';
import { LAYOUT_WORKER, trustedScript } from '../../canvas/trustedScripts.ts';
import type { Translate } from '../../i18n/translate.ts';
import { remember } from '../../layout/remember.ts';
import { settleSpots } from '../../model/edits/people.ts';
import type { NetworkMap, PersonId, Spot } from '../../model/types.ts';
import { type MapStore, selectMap } from '../../store/mapStore.ts';
import { whenIdle } from '../kit/whenIdle.ts';

type Surroundings = {
  readonly mapStore: MapStore;
  readonly stageOf: (map: NetworkMap) => Stage;
  readonly letters: Letters;
  readonly t: Translate;
};

/** So many people are laid out within a frame, also on a slow tablet. */
const WITHIN_A_FRAME = 40;
/** Longer nobody is kept in the air, in milliseconds, whatever has become of the worker. */
const LATEST_MS = 2000;
/** What does not wait for the worker: the next touch or key. */
const SIGNS = ['pointerdown', 'keydown'] as const;

/**
 * Lays a full map out beside the page before somebody is set down on it, so that nothing stutters: the edit then finds
 * the places that the layout would have found, and the picture too.
 */
export class LayoutAhead {
  readonly #around: Surroundings;
  #worker: Worker | null = null;
  #found: ReadonlyMap<PersonId, Spot> | null = null;
  #actNow = () => {};
  readonly #over = new AbortController();

  constructor(around: Surroundings) {
    this.#around = around;
    // Started and run once, in a moment in which nobody waits: what runs for the first time takes several times as long.
    whenIdle(() => {
      if (!this.#over.signal.aborted && this.#isWorthwhile())
        this.#ask(this.#requestFor(this.#open()), this.#over.signal).catch(() => undefined);
    });
  }

  /** The map with the places found for it, while what was asked for is being done. */
  recall(map: NetworkMap): NetworkMap | null {
    return this.#found && settleSpots(map, this.#found);
  }

  /** Does what turns the open map into this one, once its layout has been found; at once where that takes no time. */
  before(after: NetworkMap, act: () => void): void {
    this.#actNow();
    if (!this.#isWorthwhile()) {
      act();
      return;
    }
    const open = this.#open();
    const done = new AbortController();
    const finish = (found: ReadonlyMap<PersonId, Spot> | null) => {
      if (done.signal.aborted) return;
      done.abort();
      clearTimeout(latest);
      // What was found is for the map as it was asked about.
      this.#found = this.#open() === open ? found : null;
      try {
        act();
      } finally {
        this.#found = null;
      }
    };
    this.#actNow = () => finish(null);
    const latest = setTimeout(this.#actNow, LATEST_MS);
    for (const sign of SIGNS) window.addEventListener(sign, this.#actNow, { capture: true, signal: done.signal });
    const request = this.#requestFor(after);
    this.#ask(request, done.signal).then((arrangement) => {
      remember(request, arrangement);
      finish(movedIn(request, arrangement));
    }, this.#actNow);
  }

  /** What waits is done without what the worker would find. */
  now(): void {
    this.#actNow();
  }

  stop(): void {
    this.#actNow();
    this.#over.abort();
    this.#worker?.terminate();
    this.#worker = null;
  }

  #open(): NetworkMap {
    return selectMap(this.#around.mapStore.getState());
  }

  #isWorthwhile(): boolean {
    return typeof Worker === 'function' && Object.keys(this.#open().people).length > WITHIN_A_FRAME;
  }

  #requestFor(map: NetworkMap): LayoutRequest {
    const { stageOf, letters, t } = this.#around;
    return screenRequest(map, stageOf(map), letters.measure, t);
  }

  #ask(request: LayoutRequest, signal: AbortSignal): Promise<Arrangement> {
    this.#worker ??= startWorker(trustedScript(LAYOUT_WORKER));
    return arrangeInWorker(this.#worker, { request, widths: this.#around.letters.widths, improve: false }, signal);
  }
}

/** Who stands elsewhere than was asked about; what has come back from a worker is never the very same. */
function movedIn({ people }: LayoutRequest, arrangement: Arrangement): Map<PersonId, Spot> {
  const moved = new Map<PersonId, Spot>();
  for (const { id, spot } of people) {
    const found = arrangement.people.get(id)?.spot;
    if (found && !(spot && spot.along === found.along && spot.across === found.across)) moved.set(id, found);
  }
  return moved;
}
