import type { Letters } from '../../canvas/arrangeInWorker.ts';
import { isUnarranged, settleOnStage, type Stage, withOpeningWidths } from '../../canvas/picture.ts';
import type { CommandContext } from '../../commands/context.ts';
import type { NetworkMap } from '../../model/types.ts';
import { selectMap } from '../../store/mapStore.ts';
import { Improver } from './improver.ts';
import { LayoutAhead } from './layoutAhead.ts';

type Opening = {
  readonly context: CommandContext;
  readonly stageOf: (map: NetworkMap) => Stage;
  readonly letters: Letters;
  /** Everybody has a place: now there is something to show. */
  readonly onSettled: () => void;
  /** A better picture than the one that is shown is on its way, or is not any more. */
  readonly onAwaiting: (isAwaiting: boolean) => void;
};

/**
 * Finds everybody a place on this stage, now and at the end of every edit. Where nobody has one yet, and on *Rydd*, the
 * first picture is shown at once and a worker makes it calmer: only then, only until somebody touches anything, and as
 * part of the opening or of the same undo step (DESIGN.md, *Widths*).
 * @returns gives up the better picture
 */
export function settleOnOpening({ context, stageOf, letters, onSettled, onAwaiting }: Opening): () => void {
  const { app, t, mapStore } = context;
  const { readOnly } = mapStore.getState();
  const { measure } = letters;
  const improver = new Improver({ mapStore, stageOf, letters, t, onAwaiting });
  const ahead = new LayoutAhead({ mapStore, stageOf, letters, t });
  app.setLayOut(ahead);
  const improveAfter = (before: NetworkMap) => {
    const shown = selectMap(mapStore.getState());
    // When the edit is done: here its first picture is still being made.
    queueMicrotask(() => improver.improve(before, selectMap(mapStore.getState()) === shown));
  };
  const wide = (before: NetworkMap) => withOpeningWidths(before, stageOf(before), measure, t);
  app.setSettle((before, edit) => {
    if (edit === 'tidy') improveAfter(before);
    return ahead.recall(before) ?? improver.recall(before) ?? settleOnStage(before, stageOf(before), measure, t);
  });
  const isWanted = isUnarranged(selectMap(mapStore.getState())) && !readOnly;
  let opened: NetworkMap | null = null;
  mapStore.getState().settle((before) => (opened = wide(before)));
  if (isWanted) onAwaiting(true);
  onSettled();
  // When the first picture has been drawn: that one waits for nothing.
  if (isWanted) queueMicrotask(() => opened && improver.improve(opened));
  return () => {
    improver.stop();
    ahead.stop();
    app.setLayOut(null);
  };
}
