import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { set } from 'idb-keyval';
import { afterEach, describe, expect, test } from 'vitest';
import { createAutosave } from '../../../src/storage/autosave.ts';
import { watchLeaving } from '../../../src/storage/pageLeave.ts';
import { plantFaults } from './tools/faults.ts';
import { manualTimers, settle } from './tools/manualTimers.ts';
import { ID, openPage, readElsewhere, textOf } from './tools/testMaps.ts';

const faults = plantFaults();
afterEach(() => faults.set(null));

const EVENTS =
  /['"`](pagehide|visibilitychange|beforeunload|unload|freeze)['"`]|\bon(pagehide|visibilitychange|beforeunload|unload|freeze)\b/;
const WRITERS =
  /from\s+['"](idb-keyval|[^'"]*\/storage\/(?!pageLeave\.ts)[^'"]*|[^'"]*\/store\/[^'"]*|\.\/(?!pageLeave\.ts)[^'"]*)['"]|\bindexedDB\b/;
const INSIDE_STORAGE = /(^|\/)storage\//;

/** A file that hears the page go away has no hands to write with. Inside storage every neighbour counts as such. */
function breaks(file: string, text: string): boolean {
  if (!EVENTS.test(text)) return false;
  const writer = WRITERS.exec(text);
  return writer !== null && (INSIDE_STORAGE.test(file) || !writer[0].includes("'./"));
}

const src = path.resolve(import.meta.dirname, '../../../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

describe('no file that hears the page go away can start a write', () => {
  test('in src', () => {
    const wrong = files.filter((file) => breaks(file, readFileSync(path.join(src, file), 'utf8')));
    expect(wrong, 'listen through watchLeaving of storage/pageLeave.ts instead').toEqual([]);
    expect(files.filter((file) => file.endsWith('pageLeave.ts'))).toHaveLength(1);
  });

  test.each([
    ['app/a.ts', "import { set } from 'idb-keyval';\naddEventListener('pagehide', () => set('a', 1));"],
    ['app/a.ts', "import { createAutosave } from '../storage/autosave.ts';\nwindow.onbeforeunload = () => push();"],
    ['app/a.ts', "import type { MapStore } from '../store/mapStore.ts';\non('visibilitychange', save);"],
    ['app/a.ts', 'document.addEventListener("freeze", () => indexedDB.open("x"));'],
    ['storage/a.ts', "import { saveMap } from './saveMap.ts';\nwindow.addEventListener('pagehide', saveMap);"],
  ])('the guard sees it planted in %s', (file, text) => {
    expect(breaks(file, text)).toBe(true);
  });

  test.each([
    ['canvas/a.ts', "import { cancel } from './drag.ts';\ndocument.addEventListener('visibilitychange', cancel);"],
    ['app/a.ts', "import { createAutosave } from '../storage/autosave.ts';"],
  ])('and nothing else in %s', (file, text) => {
    expect(breaks(file, text)).toBe(false);
  });
});

describe('while the page goes away', () => {
  function stage() {
    const factory = new IDBFactory();
    const clock = manualTimers();
    const { database, maps } = openPage(factory, clock.timers);
    const states: string[] = [];
    const autosave = createAutosave({
      write: (text, rev) => maps.save(ID, text, rev),
      onState: (state) => states.push(state),
      timers: clock.timers,
    });
    const window = new EventTarget();
    const document = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
    const stopWatching = watchLeaving({ ...database, onReturn: autosave.retryNow }, { window, document });
    return {
      factory,
      database,
      autosave,
      states,
      clock,
      stopWatching,
      leave: () => window.dispatchEvent(new Event('pagehide')),
      comeBack: () => window.dispatchEvent(new Event('pageshow')),
      turn: (state: DocumentVisibilityState) => {
        document.visibilityState = state;
        document.dispatchEvent(new Event('visibilitychange'));
      },
    };
  }

  test('the browser asks before it goes, when something would be lost and only then', () => {
    const page = new EventTarget();
    const document = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
    const nothing = () => undefined;
    let unsaved = true;
    const leaving = { stopWriting: nothing, resumeWriting: nothing, wouldLose: () => unsaved };
    const stopWatching = watchLeaving(leaving, { window: page, document });
    const isAsked = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(isAsked()).toBe(true);
    unsaved = false;
    expect(isAsked()).toBe(false);
    unsaved = true;
    stopWatching();
    expect(isAsked()).toBe(false);
  });

  test.each(['pagehide', 'hidden'])(
    '%s: no transaction is started, whatever was waiting; it is saved on return',
    async (how) => {
      const { factory, autosave, states, clock, leave, comeBack, turn } = stage();
      autosave.push(textOf(1), 1);
      await settle();
      expect(states.at(-1)).toBe('saved');
      // Under way: its text is being hashed, its transaction is not yet begun.
      autosave.push(textOf(2), 2);
      autosave.push(textOf(3), 3);
      if (how === 'hidden') turn('hidden');
      else leave();
      faults.transactions();
      autosave.push(textOf(4), 4);
      await clock.pass(20_000, 500);
      expect(faults.transactions()).toEqual([]);
      expect(states.at(-1)).toBe('failed');
      if (how === 'hidden') turn('visible');
      else comeBack();
      await settle();
      expect(states.at(-1)).toBe('saved');
      expect(await readElsewhere(factory)).toMatchObject({ text: textOf(4), rev: 4 });
    },
  );

  test('not even the database is made', async () => {
    const { factory, database, leave } = stage();
    leave();
    await expect(set('a', 1, database.useStore)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await factory.databases()).toEqual([]);
  });

  test('a write that waits for the database to open is not begun either', async () => {
    const { database, leave } = stage();
    const write = set('a', 1, database.useStore);
    leave();
    faults.transactions();
    await expect(write).rejects.toMatchObject({ kind: 'unavailable' });
    expect(faults.transactions().filter(({ mode }) => mode === 'readwrite')).toEqual([]);
  });

  test('after the watching has ended nothing is stopped any more', async () => {
    const { database, leave, turn, stopWatching } = stage();
    stopWatching();
    leave();
    turn('hidden');
    await expect(set('a', 1, database.useStore)).resolves.toBeUndefined();
  });
});
