// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { warmUp } from '../../../src/app/warmUp.ts';
import * as drawing from '../../../src/canvas/drawMap.ts';
import { loadTranslate } from '../../../src/i18n/languages.ts';
import type { Translate } from '../../../src/i18n/translate.ts';

const t = await loadTranslate('nb');

/** A browser that has so many milliseconds to itself whenever it is asked; what waits is done when the test says so. */
function browserWith(free: { ms: number }) {
  const waiting: IdleRequestCallback[] = [];
  vi.stubGlobal('requestIdleCallback', (act: IdleRequestCallback) => waiting.push(act));
  return {
    waiting,
    turn: async () => {
      for (const act of waiting.splice(0)) act({ didTimeout: false, timeRemaining: () => free.ms });
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

const around = { isStillWanted: () => true, rehearseScreen: () => undefined };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('draws maps of nobody where none sees them, and then waits for nothing more', async () => {
  const drawn = vi.spyOn(drawing, 'drawMap');
  const { waiting, turn } = browserWith({ ms: 50 });
  const rehearseScreen = vi.fn<() => void>();
  warmUp({ ...around, t: () => t, rehearseScreen });
  for (let round = 0; waiting.length > 0 && round < 500; round++) await turn();
  await vi.waitFor(() => expect(drawn.mock.calls.length).toBe(25));
  expect(drawn.mock.calls.map(([, scene]) => scene.people.length).slice(0, 5)).toEqual([0, 1, 3, 6, 10]);
  expect(rehearseScreen).toHaveBeenCalledTimes(1);
  expect(waiting).toHaveLength(0);
  expect(document.querySelector('[data-person-id]')).toBeNull();
});

it('does nothing between two frames, and goes on when the browser is free', async () => {
  const free = { ms: 10 };
  const { waiting, turn } = browserWith(free);
  const asked = vi.fn<() => Translate>(() => t);
  warmUp({ ...around, t: asked });
  for (let round = 0; round < 20; round++) await turn();
  expect(asked).not.toHaveBeenCalled();
  expect(waiting).toHaveLength(1);
  free.ms = 50;
  await vi.waitFor(async () => {
    await turn();
    expect(asked).toHaveBeenCalled();
  });
});

it('is given up without a word when something in it goes wrong', async () => {
  const { waiting, turn } = browserWith({ ms: 50 });
  const asked = vi.fn<() => Translate>(() => {
    throw new Error('no words');
  });
  warmUp({ ...around, t: asked });
  await vi.waitFor(async () => {
    await turn();
    expect(asked).toHaveBeenCalled();
  });
  expect(waiting).toHaveLength(0);
});

it('ends when a map is opened', async () => {
  const { waiting, turn } = browserWith({ ms: 50 });
  let isOpen = false;
  const asked = vi.fn<() => Translate>(() => t);
  warmUp({ ...around, t: asked, isStillWanted: () => !isOpen });
  isOpen = true;
  await turn();
  expect(waiting).toHaveLength(0);
  expect(asked).not.toHaveBeenCalled();
});
