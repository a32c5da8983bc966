import type { Box, Label, MeasureText } from '../geometry/arrangement.ts';
import { placeTitles, ringNameBox } from '../geometry/titles.ts';
import { Buckets } from '../layout/buckets.ts';
import { labelVariants } from '../layout/labels.ts';
import { crowdedLevel } from '../layout/levels.ts';
import type { PersonId } from '../model/types.ts';
import type { MapScene, PersonMark } from '../scene/types.ts';
import type { Sight } from './viewport.ts';

/** So many names at most: more are not read at once, and the zoom must end at once. */
const MOST_NAMES = 250;
const SMALLEST = 11;
const LARGEST = 16;
/** Distances in pixels on the screen: to another name beside and above, to somebody else's symbol. */
const BESIDE = 5;
const ABOVE = 1;
const CLEARANCE = 3;
/** A name may reach so far over the edge of what is in sight, where others stand. */
const NAME_REACH = 200;

/** Did the layout find no room for some of the names? */
export const isCrowded = (scene: MapScene): boolean =>
  scene.people.some(({ label, name }) => label === null && name !== '');

/** In pixels: a little larger on zooming in, and never too small to read. */
const sizeOnScreen = (zoom: number): number => Math.min(LARGEST, SMALLEST * Math.sqrt(Math.max(1, zoom)));

/**
 * The names that have room at this zoom. Zooming in spreads the people while the letters keep about their size, so that
 * there is room for more and more names: those of the inner rings first, then of whoever knows many.
 */
export function labelsOnZoom(
  scene: MapScene,
  { zoom, left, right, top, bottom }: Sight,
  measure: MeasureText,
): ReadonlyMap<PersonId, Label> {
  const size = sizeOnScreen(zoom) / zoom;
  const within = (margin: number) =>
    scene.people.filter(({ at: { x, y } }) => {
      return x >= left - margin && x <= right + margin && y >= top - margin && y <= bottom + margin;
    });
  const seen = within(0);
  const room = new Room(scene, within(NAME_REACH / zoom), zoom, measure);
  const labels = new Map<PersonId, Label>();
  for (const mark of byImportance(scene, seen)) {
    if (labels.size >= MOST_NAMES) break;
    const label = variantsOf(mark, size, scene.symbolRadius, measure).find((one) => room.isFree(mark, one.box));
    if (!label) continue;
    room.take(mark, label.box);
    labels.set(mark.id, label);
  }
  return labels;
}

/** A name that must be seen, room or not: under its symbol, in letters of a comfortable size. */
export function labelUnder(mark: PersonMark, scene: MapScene, zoom: number, measure: MeasureText): Label | null {
  const size = (sizeOnScreen(zoom) + 2) / zoom;
  return variantsOf(mark, size, scene.symbolRadius, measure).find(({ side }) => side === 'under') ?? null;
}

function variantsOf(mark: PersonMark, nameSize: number, symbolRadius: number, measure: MeasureText): Label[] {
  const person = {
    id: mark.id,
    cell: { sector: mark.sector, ring: mark.ring },
    spot: null,
    name: mark.deceased ? `${mark.name} †` : mark.name,
    relation: '',
  };
  return labelVariants(person, { ...crowdedLevel(symbolRadius), nameSize }, measure).map(({ label }) => label);
}

function byImportance({ relations }: MapScene, seen: readonly PersonMark[]): PersonMark[] {
  const known = new Map<string, number>();
  for (const { from, to } of relations) {
    known.set(from, (known.get(from) ?? 0) + 1);
    known.set(to, (known.get(to) ?? 0) + 1);
  }
  const ringOf = ({ ring }: PersonMark) => (ring === 'outside' ? 99 : ring);
  return seen.toSorted((a, b) => ringOf(a) - ringOf(b) || (known.get(b.id) ?? 0) - (known.get(a.id) ?? 0));
}

/** What is taken already: symbols, the centre, the words on rim and rings, and the names found so far. */
class Room {
  readonly #buckets: Buckets;
  readonly #taken: { readonly box: Box; readonly id: PersonId | null }[] = [];
  readonly #beside: number;
  readonly #above: number;

  constructor(scene: MapScene, near: readonly PersonMark[], zoom: number, measure: MeasureText) {
    const { frame, symbolRadius, ego } = scene;
    const words = [
      ...placeTitles(
        frame,
        scene.sectors.map(({ id, name }) => ({ sector: id, text: name })),
        measure,
      ).flatMap(({ boxes }) => boxes),
      ...scene.rings.map(({ index, name }) => ringNameBox(frame, index, name, measure)),
    ];
    this.#beside = BESIDE / zoom;
    this.#above = ABOVE / zoom;
    const most = 2 * near.length + words.length + 1;
    this.#buckets = new Buckets(frame.halfWidth, frame.halfHeight, most);
    this.#add(square(0, 0, ego.radius), null);
    for (const box of words) this.#add(box, null);
    for (const { id, at } of near) this.#add(square(at.x, at.y, symbolRadius + CLEARANCE / zoom), id);
  }

  isFree(mark: PersonMark, label: Box): boolean {
    const { x, y, width, height } = moved(label, mark);
    const left = x - this.#beside;
    const right = x + width + this.#beside;
    const top = y - this.#above;
    const bottom = y + height + this.#above;
    const near = this.#buckets.find(left, right, top, bottom);
    for (let at = 0; at < near; at++) {
      const other = this.#taken[this.#buckets.found[at] ?? -1];
      if (!other || other.id === mark.id) continue;
      const { box } = other;
      if (box.x < right && left < box.x + box.width && box.y < bottom && top < box.y + box.height) return false;
    }
    return true;
  }

  take(mark: PersonMark, label: Box): void {
    this.#add(moved(label, mark), mark.id);
  }

  #add(box: Box, id: PersonId | null): void {
    const { x, y, width, height } = box;
    this.#buckets.add(this.#taken.length, { left: x, right: x + width, top: y, bottom: y + height });
    this.#taken.push({ box, id });
  }
}

const moved = ({ x, y, width, height }: Box, { at }: PersonMark): Box => ({ x: x + at.x, y: y + at.y, width, height });

/** A square about as large as the disc: what is lost at its sides is won at its corners. */
function square(x: number, y: number, radius: number): Box {
  const half = 0.9 * radius;
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}
