import { describe, expect, it } from 'vitest';
import { createFrame, type Frame, outerRadius } from '../../../src/geometry/frame.ts';
import { type PlacedTitle, placeTitles, ringNameBox } from '../../../src/geometry/titles.ts';
import { FRAMES, measure, ringsOf, sectorsOf } from './frames.ts';

const LONG = 'Naboer, nærmiljø, kirken, koret, idrettslaget og alle de andre på Tøyen';
const titled = (frame: Frame, text: string) =>
  placeTitles(
    frame,
    frame.sectors.map(({ id }) => ({ sector: id, text })),
    measure,
  );

/** `M x y A rx ry 0 large sweep x y` */
function ends({ path }: PlacedTitle) {
  const [x1 = 0, y1 = 0, rx = 0, ry = 0, , , sweep = 0, x2 = 0, y2 = 0] = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  return { from: { x: x1, y: y1 }, to: { x: x2, y: y2 }, rx, ry, sweep };
}

/** Which way the letters in the middle of the arc go: to the right when above 0. */
function readingWay(title: PlacedTitle, { ax, ay }: Frame): number {
  const { from, to, sweep } = ends(title);
  const start = Math.atan2(from.y / ay, from.x / ax);
  const turn = 2 * Math.PI;
  const raw = Math.atan2(to.y / ay, to.x / ax) - start;
  const span = sweep === 1 ? (raw + turn) % turn : ((raw - turn) % turn) % turn;
  const middle = start + span / 2;
  return (sweep === 1 ? 1 : -1) * -Math.sin(middle);
}

const names = (frame: Frame) => ['Jobb og skole', LONG].flatMap((text) => titled(frame, text));

describe('names on the rim', () => {
  const placed = FRAMES.flatMap(({ title, frame }) => names(frame).map((name) => ({ on: title, frame, name })));

  it('stand on every frame, the right way up', () => {
    expect(placed).toHaveLength(FRAMES.reduce((sum, { frame }) => sum + 2 * frame.sectors.length, 0));
    const headDown = placed.filter(({ frame, name }) => readingWay(name, frame) < -0.1);
    expect(headDown.map(({ on, name }) => `${name.text} on ${on}`)).toEqual([]);
  });

  it('fit their field, and stand outside the outer ring', () => {
    for (const { on, frame, name: title } of placed) {
      const arc = frame.sectors.find(({ id }) => id === title.sector);
      const room = ((arc?.end ?? 0) - (arc?.start ?? 0)) * outerRadius(frame);
      expect(title.text.length === 2 || measure(title.text, title.size) <= room, on).toBe(true);
      expect(title.size, on).toBeGreaterThanOrEqual(11);
      expect(title.text.length, on).toBeGreaterThan(1);
      const corners = title.boxes.flatMap(({ x, y, width, height }) =>
        [x, x + width].flatMap((cx) => [y, y + height].map((cy) => Math.hypot(cx / frame.ax, cy / frame.ay))),
      );
      expect(Math.min(...corners), on).toBeGreaterThanOrEqual(outerRadius(frame));
    }
  });

  it('are whole where they fit, and end in "…" where they do not', () => {
    const stage = { width: 700, height: 700, oval: false, withOutside: false };
    const wide = titled(createFrame(sectorsOf(2), ringsOf(3), stage), LONG)[0];
    const narrow = titled(createFrame(sectorsOf(8), ringsOf(3), stage), LONG)[0];
    expect(wide?.text).toBe(LONG);
    expect(narrow?.text).toMatch(/^Naboer, nær.*…$/);
    expect(narrow?.size).toBe(11);
  });

  it('are never cut in the middle of a letter', () => {
    const stage = { width: 400, height: 400, oval: false, withOutside: false };
    const [title] = titled(createFrame(sectorsOf(8), ringsOf(3), stage), '👩‍👩‍👧👍🏽'.repeat(8));
    expect(title?.text).toMatch(/^(👩‍👩‍👧|👍🏽)+…$/u);
  });

  it('leave out fields that are not shown', () => {
    const frame = createFrame(sectorsOf(3), ringsOf(3), { width: 500, height: 500, oval: false, withOutside: false });
    expect(placeTitles(frame, [], measure)).toEqual([]);
  });
});

it('puts a ring’s name inside its ring, on the line at 12 o’clock', () => {
  for (const { frame } of FRAMES)
    frame.radii.slice(1).forEach((outer, ring) => {
      const box = ringNameBox(frame, ring, 'Nær', measure);
      expect(box.x + box.width / 2).toBeCloseTo(0, 9);
      expect(box.y).toBeGreaterThan(-outer * frame.ay);
      expect(box.y).toBeLessThan(-(frame.radii[ring] ?? 0) * frame.ay);
    });
});
