import type { CanvasPort, ContentWidths, LayOut, Settle } from '../commands/context.ts';
import type { NetworkMap } from '../model/types.ts';

/** The widths as they are: nothing better is known without a stage. */
const sameWidths: ContentWidths = (map: NetworkMap) => ({
  spans: map.sectors.map(({ span }) => span),
  ringWidths: map.rings.map(({ width }) => width),
});

/**
 * What needs the size of the stage and the font. Spots are found at the end of every edit, also of one made in the list;
 * but only the map screen knows its stage, so it hands in the work. When it goes away that stays, for the stage it was made
 * for; only the canvas is taken back.
 */
export function createStagePort() {
  let settle: Settle | null = null;
  let contentWidths: ContentWidths | null = null;
  let layOut: LayOut | null = null;
  let canvas: CanvasPort | null = null;
  return {
    settle: ((map, edit) => settle?.(map, edit) ?? map) satisfies Settle,
    contentWidths: ((map) => (contentWidths ?? sameWidths)(map)) satisfies ContentWidths,
    layOut: ((after, act) => (layOut ? layOut.before(after, act) : act())) satisfies LayOut['before'],
    /** The page is going: what waits for the layout is done without it. */
    finish: (): void => layOut?.now(),
    canvas: () => canvas,
    setSettle: (next: Settle): void => {
      settle = next;
    },
    setContentWidths: (next: ContentWidths): void => {
      contentWidths = next;
    },
    setLayOut: (next: LayOut | null): void => {
      layOut = next;
    },
    setCanvas: (next: CanvasPort | null): void => {
      canvas = next;
    },
  };
}

export type StagePort = ReturnType<typeof createStagePort>;
