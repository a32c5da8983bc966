import { drawMap } from '../canvas/drawMap.ts';
import { createMeasure, fontsReady } from '../canvas/measure.ts';
import { makePicture, settleOnStage, type Stage, withOpeningWidths } from '../canvas/picture.ts';
import type { MeasureText } from '../geometry/arrangement.ts';
import type { Translate } from '../i18n/translate.ts';
import { writeMapFile } from '../document/writeMapFile.ts';
import { addPeople } from '../model/edits/people.ts';
import { connect } from '../model/edits/relations.ts';
import { type NewId, newMap } from '../model/newMap.ts';
import type { PersonId } from '../model/types.ts';
import { MAP_COLOURS } from '../scene/colours.ts';
import { mapOnScreen } from '../scene/pictured.ts';
import { whenIdle } from '../ui/kit/whenIdle.ts';

/** A step begins only when the browser has so long to itself, in milliseconds: never between two frames of a movement. */
const FREE_MS = 25;
const REHEARSALS = 5;
const STAGE: Stage = { width: 1180, height: 820, oval: false };

type Reader = typeof import('../document/readAnyFile.ts');

type Surroundings = {
  readonly t: () => Translate;
  /** Nobody has opened a map yet. */
  readonly isStillWanted: () => boolean;
  readonly rehearseScreen: () => void;
};

/**
 * Readies what the first map needs while somebody looks at the start screen: the letters, the reader of files, and maps
 * of nobody, edited, laid out and drawn where none sees them. What runs for the first time takes several times as long,
 * and on a tablet that is the half second between the tap and the people (README, *How long a hand waits*).
 */
export function warmUp({ t, isStillWanted, rehearseScreen }: Surroundings): void {
  const steps = allSteps(t, rehearseScreen);
  const work = async (deadline?: IdleDeadline) => {
    while (!deadline || deadline.timeRemaining() >= FREE_MS) {
      // Whoever opens a map already waits for the real thing alone.
      if (!isStillWanted()) return;
      const step = steps.next();
      if (step.done) return;
      // What cannot be readied is asked for again, and fails, where it is needed.
      await Promise.resolve(step.value).catch(() => undefined);
    }
    wait();
  };
  // A rehearsal that goes wrong is given up: nobody has asked for it.
  const wait = () => whenIdle((deadline) => void work(deadline).catch(() => undefined));
  wait();
}

/** Each is done before the next: a tap that comes between them is answered at once. */
function* allSteps(t: Surroundings['t'], rehearseScreen: () => void): Generator<unknown> {
  yield fontsReady();
  const reader = import('../document/readAnyFile.ts');
  yield reader;
  const measure = createMeasure();
  for (const weight of ['name', 'relation', 'title'] as const) yield measure('Aa', 1, weight);
  for (let nth = 0; nth < REHEARSALS; nth++) yield* rehearse(measure, t(), reader);
  yield rehearseScreen();
}

/** A map as somebody would make it: nobody, one, and two more each time, who know each other; each time laid out, read and drawn. */
function* rehearse(measure: MeasureText, t: Translate, reader: Promise<Reader>): Generator<unknown> {
  const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  const newId: NewId = (prefix) => prefix;
  let map = newMap(newId, new Date(0));
  for (const [nth, { id: sector }] of map.sectors.entries()) {
    const people = Array.from({ length: nth }, (_, at) => ({
      id: `${sector}${at}` as PersonId,
      name: `${sector} ${at}`,
    }));
    map = addPeople(map, people, { sector, ring: nth % map.rings.length, spot: null });
    map = connect(map, Object.keys(map.people).slice(-4) as PersonId[]);
    yield;
    map = withOpeningWidths(map, STAGE, measure, t);
    yield;
    map = settleOnStage(map, STAGE, measure, t);
    yield;
    const file = writeMapFile(map);
    yield reader.then(({ readAnyFile }) => readAnyFile(file, { newId, now: new Date(0) }));
    const { scene } = makePicture({ map, layers: mapOnScreen(map), stage: STAGE, measure, t });
    yield;
    drawMap(drawn, scene, MAP_COLOURS.light, 'rehearsal');
    yield;
  }
}
