import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Letters } from '../../canvas/arrangeInWorker.ts';
import { createMapCanvas, type MapCanvas, type MapCanvasPorts } from '../../canvas/createMapCanvas.ts';
import { createLetters, fontsAreReady, fontsReady } from '../../canvas/measure.ts';
import { contentWidthsOf, makePicture } from '../../canvas/picture.ts';
import type { MeasureText } from '../../geometry/arrangement.ts';
import { presentWithout } from '../../model/gathering.ts';
import type { NetworkMap, Person, PersonId } from '../../model/types.ts';
import { mapOnScreen } from '../../scene/pictured.ts';
import { useCommands, useMap, useView } from '../kit/AppContext.tsx';
import { inFrames } from '../kit/inFrames.ts';
import { whenIdle } from '../kit/whenIdle.ts';
import { settleOnOpening } from './settleOnOpening.ts';
import { useMapColours } from './useMapTheme.ts';
import type { StageBox } from './useStage.ts';

/** Letters that can be measured; null while the font is on its way. */
function useLetters(): Letters | null {
  const [letters, setLetters] = useState<Letters | null>(() => (fontsAreReady() ? createLetters() : null));
  useEffect(() => {
    if (letters) return undefined;
    let gone = false;
    void fontsReady().then(() => {
      if (!gone) setLetters(createLetters());
    });
    return () => {
      gone = true;
    };
  }, [letters]);
  return letters;
}

/** Makes the canvas, hands it scenes, and tells the app what only the stage knows: spots, widths and zoom. */
export function useMapCanvas(
  svg: RefObject<SVGSVGElement | null>,
  box: StageBox | null,
  scale: number,
  ports: MapCanvasPorts,
): RefObject<MapCanvas | null> {
  const canvas = useRef<MapCanvas | null>(null);
  const latest = useRef(ports);
  useEffect(() => {
    latest.current = ports;
  });
  const letters = useLetters();
  const stage = useStagePorts(canvas, box, letters);

  useEffect(() => {
    if (!svg.current) return undefined;
    const made = createMapCanvas(svg.current, 'map', throughRef(latest));
    canvas.current = made;
    return () => {
      canvas.current = null;
      made.destroy();
    };
  }, [svg]);

  useEffect(() => {
    canvas.current?.setScale(scale);
  }, [scale]);

  useScene(canvas, stage);
  return canvas;
}

/** The ports change with every render; the canvas asks for them when it needs them. */
function throughRef(latest: RefObject<MapCanvasPorts>): MapCanvasPorts {
  return new Proxy({} as MapCanvasPorts, {
    get: (_, name) => latest.current[name as keyof MapCanvasPorts],
  });
}

/** A stage on which everybody has a place. */
type SettledStage = { readonly box: StageBox; readonly measure: MeasureText };

/** Nothing is pictured before everybody has a place on the stage: the layout's work is done once. */
function useStagePorts(
  canvas: RefObject<MapCanvas | null>,
  box: StageBox | null,
  letters: Letters | null,
): SettledStage | null {
  const context = useCommands();
  const { app, t } = context;
  const [settled, setSettled] = useState<SettledStage | null>(null);
  useLayoutEffect(() => {
    if (!box || !letters) return undefined;
    const { measure } = letters;
    const stageOf = (map: NetworkMap) => ({ ...box, oval: map.oval });
    // Kept when the map screen goes away: what is added in the list is laid out for the same stage.
    app.setContentWidths((map) => contentWidthsOf(map, stageOf(map), measure, t));
    const onAwaiting = (isAwaiting: boolean) => canvas.current?.setAwaiting(isAwaiting);
    const onSettled = () => setSettled({ box, measure });
    return settleOnOpening({ context, stageOf, letters, onSettled, onAwaiting });
  }, [app, canvas, context, box, letters, t]);
  useEffect(() => {
    app.setCanvas({
      zoomBy: (factor) => canvas.current?.zoomBy(factor),
      standOn: (id) => canvas.current?.standOn(id),
      fit: () => canvas.current?.fit(),
    });
    return () => app.setCanvas(null);
  }, [app, canvas]);
  return settled;
}

/** Who steps back in *Slik blir møtet*. */
function everybodyBut(map: NetworkMap, present: readonly Person[]): ReadonlySet<PersonId> {
  const there = new Set(present.map(({ id }) => id));
  return new Set((Object.keys(map.people) as PersonId[]).filter((id) => !there.has(id)));
}

function useScene(canvas: RefObject<MapCanvas | null>, stage: SettledStage | null): void {
  const { t } = useCommands();
  const map = useMap();
  const colours = useMapColours();
  const selection = useView((view) => view.selection);
  const tieFrom = useView((view) => view.tieFrom);
  const turned = useView((view) => view.turned);
  const lens = useView((view) => view.lens);
  const people = useMemo(() => (tieFrom === null ? selection.people : [tieFrom]), [selection.people, tieFrom]);
  useEffect(() => {
    if (!stage) return undefined;
    const { box, measure } = stage;
    const picture = () =>
      makePicture({ map, layers: mapOnScreen(map), stage: { ...box, oval: map.oval }, measure, t }).scene;
    if (canvas.current?.isCarrying() !== true) {
      canvas.current?.show(picture(), colours);
      return undefined;
    }
    // Whoever was dropped hangs where the finger left them so long: the edit, the picture and its drawing each have a frame.
    return inFrames(function* show() {
      yield;
      const scene = picture();
      yield;
      canvas.current?.show(scene, colours);
    });
  }, [canvas, map, stage, t, colours]);
  useEffect(() => {
    if (stage) whenIdle(() => canvas.current?.rehearse());
  }, [canvas, stage]);
  const faded = useMemo(() => (lens === null ? null : everybodyBut(map, presentWithout(map, lens.away))), [map, lens]);
  useEffect(() => {
    canvas.current?.emphasise({ people, relation: selection.relation, faded });
  }, [canvas, people, selection.relation, faded]);
  useEffect(() => {
    canvas.current?.setTurned(turned);
  }, [canvas, turned]);
}
