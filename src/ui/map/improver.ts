import { arrangeInWorker, type Letters, startWorker } from '../../canvas/arrangeInWorker.ts';
import { screenRequest, type Stage } from '../../canvas/picture.ts';
import { LAYOUT_WORKER, trustedScript } from '../../canvas/trustedScripts.ts';
import type { LayoutRequest } from '../../geometry/arrangement.ts';
import type { Translate } from '../../i18n/translate.ts';
import { saysTheSame } from '../../layout/remember.ts';
import { settleSpots } from '../../model/edits/people.ts';
import { keepIfSame } from '../../model/edits/same.ts';
import { currentDrawing } from '../../model/questions.ts';
import type { NetworkMap, PersonId, Spot } from '../../model/types.ts';
import { type MapStore, selectMap } from '../../store/mapStore.ts';

type Surroundings = {
  readonly mapStore: MapStore;
  readonly stageOf: (map: NetworkMap) => Stage;
  readonly letters: Letters;
  readonly t: Translate;
  readonly onAwaiting: (isAwaiting: boolean) => void;
};

const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

/** How many are on the map without a spot. */
const waitingIn = (map: NetworkMap): number =>
  Object.values(currentDrawing(map).places).filter((place) => place !== 'tray' && place.spot === null).length;

/** Better pictures from the worker. The last one is remembered: *Rydd* on a tidy map changes nothing. */
export class Improver {
  readonly #around: Surroundings;
  #stop = new AbortController();
  #last: {
    readonly request: LayoutRequest;
    readonly waiting: number;
    readonly spots: ReadonlyMap<PersonId, Spot>;
  } | null = null;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  stop(): void {
    this.#stop.abort();
  }

  /** The map with the better spots, where the worker has already been asked about one that says the same. */
  recall(map: NetworkMap): NetworkMap | null {
    const last = this.#last;
    // Most edits leave one person or nobody without a spot: no need to look closer.
    if (!last || last.waiting !== waitingIn(map) || !saysTheSame(this.#requestFor(map), last.request)) return null;
    return settleSpots(map, last.spots);
  }

  /**
   * Replaces the picture that is shown now, of a map as it was before its people had spots, unless somebody touches it
   * first: as part of what made it, or as a step of its own where the first picture of *Rydd* was no change.
   */
  improve(map: NetworkMap, isOwnStep = false): void {
    this.#stop.abort();
    // Its better picture is there already.
    if (typeof Worker !== 'function' || this.recall(map)) {
      this.#around.onAwaiting(false);
      return;
    }
    const { mapStore, letters } = this.#around;
    const stop = new AbortController();
    const { signal } = stop;
    this.#stop = stop;
    for (const type of TOUCHES) document.addEventListener(type, () => stop.abort(), { capture: true, signal });
    const first = selectMap(mapStore.getState());
    const request = this.#requestFor(map);
    this.#around.onAwaiting(true);
    const worker = startWorker(trustedScript(LAYOUT_WORKER));
    arrangeInWorker(worker, { request, widths: letters.widths, improve: true }, signal)
      .then(({ people }) => {
        const spots = new Map([...people].map(([id, { spot }]) => [id, spot]));
        if (selectMap(mapStore.getState()) !== first || signal.aborted) return;
        this.#last = { request, waiting: waitingIn(map), spots };
        if (isOwnStep) mapStore.getState().edit('tidy', false);
        else mapStore.getState().settle((shown) => keepIfSame(shown, settleSpots(shown, spots)));
      })
      // Without a better picture the first one stays.
      .catch(() => undefined)
      .finally(() => {
        worker.terminate();
        stop.abort();
        // By then the better picture is on its way across the screen; nor has another one been asked for.
        requestAnimationFrame(() => requestAnimationFrame(() => this.#stop === stop && this.#around.onAwaiting(false)));
      });
  }

  #requestFor(map: NetworkMap): LayoutRequest {
    const { stageOf, letters, t } = this.#around;
    return screenRequest(map, stageOf(map), letters.measure, t);
  }
}
