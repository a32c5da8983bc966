import { describe, expect, it } from 'vitest';
import { isCrowded, labelsOnZoom, labelUnder } from '../../../src/canvas/labelsOnZoom.ts';
import { mapPoint } from '../../../src/geometry/frame.ts';
import type { MapScene } from '../../../src/scene/types.ts';
import { aMap } from '../../support/aMap.ts';
import { pictureOf } from '../../support/pictureOf.ts';

const measure = (text: string, size: number): number => text.length * size * 0.58;

/** Forty people in a heap of 7 by 6, 24 units apart, nobody with a name. */
function heap(): MapScene {
  const names = Array.from({ length: 40 }, (_, at) => `Anna ${String.fromCodePoint(65 + (at % 26))}${at}`);
  const scene = pictureOf(aMap(Object.fromEntries(names.map((name, at) => [name, `friends ${at % 3}`]))));
  const people = scene.people.map((mark, at) => ({
    ...mark,
    at: mapPoint(-72 + 24 * (at % 7), 60 + 24 * Math.floor(at / 7)),
    label: null,
  }));
  return { ...scene, people, symbolRadius: 5 };
}

const sight = (zoom: number, half = 300 / zoom, y = 120) => ({
  isFitted: false,
  zoom,
  left: -half,
  right: half,
  top: y - half,
  bottom: y + half,
});

describe('names on a map too full for all of them', () => {
  it('are more the more it is zoomed in, until everybody in sight has one', () => {
    const scene = heap();
    const counts = [1, 2, 4].map((zoom) => labelsOnZoom(scene, sight(zoom, 300), measure).size);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts[0]).toBeLessThan(20);
    expect(counts.at(-1)).toBe(40);
  });

  it('are never smaller than 11 px on the screen, nor grow with the zoom', () => {
    for (const zoom of [0.5, 1, 1.5, 3, 6]) {
      for (const { lines } of labelsOnZoom(heap(), sight(zoom), measure).values()) {
        for (const { size } of lines) {
          expect(size * zoom).toBeGreaterThanOrEqual(10.99);
          expect(size * zoom).toBeLessThanOrEqual(16.01);
        }
      }
    }
  });

  it('overlap neither each other nor somebody else’s symbol', () => {
    const scene = heap();
    for (const zoom of [1, 1.7, 3]) {
      const labels = labelsOnZoom(scene, sight(zoom, 300), measure);
      const boxes = scene.people.flatMap(({ id, at }) => {
        const box = labels.get(id)?.box;
        return box ? [{ id, x: at.x + box.x, y: at.y + box.y, width: box.width, height: box.height }] : [];
      });
      const names = boxes.flatMap((a) =>
        boxes
          .filter((b) => a !== b && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height)
          .filter((b) => b.y < a.y + a.height)
          .map((b) => `${a.id} and ${b.id}`),
      );
      const symbols = boxes.flatMap((a) =>
        scene.people
          .filter(({ id, at }) => {
            const dx = Math.max(a.x - at.x, 0, at.x - a.x - a.width);
            const dy = Math.max(a.y - at.y, 0, at.y - a.y - a.height);
            return id !== a.id && Math.hypot(dx, dy) < scene.symbolRadius * 0.95;
          })
          .map(({ id }) => `${a.id} over ${id}`),
      );
      expect({ zoom, names, symbols }).toEqual({ zoom, names: [], symbols: [] });
    }
  });

  it('go to the inner rings first, and only to whoever is in sight', () => {
    const scene = heap();
    const labels = labelsOnZoom(scene, sight(1), measure);
    const ringsOf = (named: boolean) =>
      scene.people.filter(({ id }) => labels.has(id) === named).map(({ ring }) => Number(ring));
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(ringsOf(true))).toBeLessThan(mean(ringsOf(false)));
    expect(labelsOnZoom(scene, { ...sight(6), top: -300, bottom: -100 }, measure).size).toBe(0);
  });

  it('a chosen person has one, room or not', () => {
    const scene = heap();
    const [mark] = scene.people;
    expect(mark && labelUnder(mark, scene, 1, measure)?.side).toBe('under');
    expect(isCrowded(scene)).toBe(true);
    expect(isCrowded(pictureOf(aMap({ Anna: 'family 0' })))).toBe(false);
  });

  it('are never more than can be read at once', () => {
    const scene = heap();
    const far = Array.from({ length: 25 }, (_, copy) =>
      scene.people.map((mark) => {
        const at = mapPoint(mark.at.x + 400 * (copy % 5), mark.at.y + 400 * Math.floor(copy / 5));
        return { ...mark, at, id: `${mark.id}-${copy}` as typeof mark.id };
      }),
    ).flat();
    expect(labelsOnZoom({ ...scene, people: far }, sight(1, 2000, 1000), measure).size).toBe(250);
  });
});
