import { improveInWorker, recordWidths } from '../../canvas/improve.ts';
import { isUnarranged, screenRequest, settleOnStage, type Stage, withOpeningWidths } from '../../canvas/picture.ts';
import { IMPROVE_WORKER, trustedScript } from '../../canvas/trustedScripts.ts';
import type { CommandContext } from '../../commands/context.ts';
import type { MeasureText } from '../../geometry/arrangement.ts';
import { settleSpots } from '../../model/edits/people.ts';
import type { NetworkMap } from '../../model/types.ts';
import { selectMap } from '../../store/mapStore.ts';

/** A picture of so few is made as good as it gets before a worker would have begun. */
const FEW = 8;

type Opening = {
  readonly context: CommandContext;
  readonly stageOf: (map: NetworkMap) => Stage;
  readonly measure: MeasureText;
  /** Everybody has a place: now there is something to show. */
  readonly onSettled: () => void;
  /** A better picture than the one that is shown is on its way, or is not any more. */
  readonly onAwaiting: (isAwaiting: boolean) => void;
};

/**
 * Finds everybody a place on this stage. Where nobody has one yet, the first picture is shown at once and a worker makes
 * it calmer: only then, only until somebody touches anything, and as part of the opening (DESIGN.md, *Widths*).
 * @returns gives up the better picture
 */
export function settleOnOpening(opening: Opening): () => void {
  const { context, stageOf, measure, onSettled } = opening;
  const { app, t, mapStore } = context;
  const { readOnly } = mapStore.getState();
  const map = selectMap(mapStore.getState());
  const wide = (before: NetworkMap) => withOpeningWidths(before, stageOf(before), measure, t);
  const settleFully = (before: NetworkMap) => settleOnStage(before, stageOf(before), measure, t);
  const isLater =
    !readOnly && typeof Worker === 'function' && Object.keys(map.people).length > FEW && isUnarranged(map);
  if (!isLater) {
    app.setSettle(settleFully);
    mapStore.getState().settle(wide);
    onSettled();
    return () => undefined;
  }
  const recorded = recordWidths(measure);
  app.setSettle((before) => settleOnStage(before, stageOf(before), recorded.measure, t, { improve: false }));
  mapStore.getState().settle(wide);
  app.setSettle(settleFully);
  onSettled();
  return improveUntilTouched(opening, wide(map), recorded.widths);
}

const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

function improveUntilTouched(
  { context: { mapStore, t }, stageOf, measure, onAwaiting }: Opening,
  map: NetworkMap,
  widths: ReadonlyMap<string, number>,
): () => void {
  const first = selectMap(mapStore.getState());
  const stop = new AbortController();
  const { signal } = stop;
  for (const type of TOUCHES) document.addEventListener(type, () => stop.abort(), { capture: true, signal });
  const { measure: _, ...request } = screenRequest(map, stageOf(map), measure, t);
  onAwaiting(true);
  improveInWorker(trustedScript(IMPROVE_WORKER), { request, widths }, signal)
    .then((spots) => {
      if (selectMap(mapStore.getState()) !== first || signal.aborted) return;
      mapStore.getState().settle((shown) => settleSpots(shown, spots));
    })
    // Without a better picture the first one stays.
    .catch(() => undefined)
    .finally(() => {
      stop.abort();
      // By then the better picture is on its way across the screen.
      requestAnimationFrame(() => requestAnimationFrame(() => onAwaiting(false)));
    });
  return () => stop.abort();
}
