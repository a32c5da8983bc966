import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootStarted, bootSucceeded, openMapId, rememberOpenMap } from '../../../src/storage/openMap.ts';
import { askToPersist } from '../../../src/storage/persistence.ts';
import { DEFAULT_SETTINGS, forgetSettings, readSettings, writeSettings } from '../../../src/storage/settings.ts';
import type { SmallStorage } from '../../../src/storage/smallStore.ts';
import { ID } from './tools/testMaps.ts';

function memory(): { storage: () => SmallStorage; entries: Map<string, string> } {
  const entries = new Map<string, string>();
  const storage: SmallStorage = {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
  return { storage: () => storage, entries };
}

const no = (): never => {
  throw new DOMException('', 'SecurityError');
};
const BLOCKED: [string, () => SmallStorage][] = [
  ['touching it throws', no],
  ['using it throws', () => ({ getItem: no, setItem: no, removeItem: no })],
  ['there is none', () => undefined as unknown as SmallStorage],
];

describe('settings', () => {
  test('come back, and are the default before', () => {
    const { storage } = memory();
    expect(readSettings(storage)).toEqual(DEFAULT_SETTINGS);
    expect(DEFAULT_SETTINGS).toEqual({
      language: null,
      dragThreshold: 10,
      textSize: 100,
      coverAfter: 5,
      lockAfter: 15,
      lockHiddenAfter: 5,
      large: false,
      hasAdded: false,
      hasMoved: false,
      hasTied: false,
    });
    expect(writeSettings({ ...DEFAULT_SETTINGS, language: 'nn', dragThreshold: 24, textSize: 150 }, storage)).toBe(
      true,
    );
    expect(readSettings(storage)).toEqual({ ...DEFAULT_SETTINGS, language: 'nn', dragThreshold: 24, textSize: 150 });
    forgetSettings(storage);
    expect(readSettings(storage)).toEqual(DEFAULT_SETTINGS);
  });

  test('one that is unknown becomes the default, and the others stay', () => {
    const { storage, entries } = memory();
    writeSettings({ ...DEFAULT_SETTINGS, language: 'en', dragThreshold: 16, textSize: 200 }, storage);
    const key = [...entries.keys()][0] ?? '';
    entries.set(key, '{"language":"se","dragThreshold":16,"textSize":"200","name":"Bente"}');
    expect(readSettings(storage)).toEqual({ ...DEFAULT_SETTINGS, dragThreshold: 16 });
    writeSettings(Object.assign(readSettings(storage), { name: 'Bente' }), storage);
    expect(entries.get(key)).not.toContain('Bente');
  });

  test('whatever is stored becomes settings', () => {
    const { storage, entries } = memory();
    writeSettings(DEFAULT_SETTINGS, storage);
    const key = [...entries.keys()][0] ?? '';
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        entries.set(key, text);
        expect(Object.keys(readSettings(storage))).toEqual(Object.keys(DEFAULT_SETTINGS));
      }),
    );
  });

  test.each(BLOCKED)('with storage blocked (%s) they are the default, and writing says no', (_, storage) => {
    expect(readSettings(storage)).toEqual(DEFAULT_SETTINGS);
    expect(writeSettings(DEFAULT_SETTINGS, storage)).toBe(false);
  });
});

describe('the open map and the starts', () => {
  test('the open map is remembered by its id, until it is closed', () => {
    const { storage, entries } = memory();
    expect(openMapId(storage)).toBeNull();
    rememberOpenMap(ID, storage);
    expect(openMapId(storage)).toBe(ID);
    expect([...entries.values()]).toEqual([ID]);
    rememberOpenMap(null, storage);
    expect(openMapId(storage)).toBeNull();
    expect(entries.size).toBe(0);
  });

  test('starts that never succeeded are counted, and a success ends the count', () => {
    const { storage, entries } = memory();
    expect([bootStarted(storage), bootStarted(storage), bootStarted(storage)]).toEqual([0, 1, 2]);
    bootSucceeded(storage);
    expect(bootStarted(storage)).toBe(0);
    for (const key of entries.keys()) entries.set(key, 'nonsense');
    expect(bootStarted(storage)).toBe(0);
  });

  test.each(BLOCKED)('with storage blocked (%s) nothing is remembered and nothing throws', (_, storage) => {
    rememberOpenMap(ID, storage);
    expect(openMapId(storage)).toBeNull();
    bootSucceeded(storage);
    expect([bootStarted(storage), bootStarted(storage)]).toEqual([0, 0]);
  });

  test('the browser’s own storage is what is used, and its absence is borne', () => {
    expect([openMapId(), bootStarted(), readSettings().language]).toEqual([null, 0, null]);
  });
});

describe('asking to keep the maps', () => {
  const yes = async () => true;
  const never = async () => false;
  test.each([
    ['granted already, so the user is not asked', { persisted: yes, persist: no }, 'granted'],
    ['granted on asking', { persisted: never, persist: yes }, 'granted'],
    ['denied', { persisted: never, persist: never }, 'denied'],
    ['granted, by a browser that knows only the question', { persist: yes }, 'granted'],
    ['no such question', {}, 'unknown'],
    ['nothing of the kind', undefined, 'unknown'],
    ['an answer that fails', { persisted: () => Promise.reject(new Error('no')), persist: yes }, 'unknown'],
  ])('%s', async (_, storage, answer) => {
    expect(await askToPersist(() => storage)).toBe(answer);
  });

  test('where even looking throws', async () => {
    expect(await askToPersist(no)).toBe('unknown');
    expect(['granted', 'denied', 'unknown']).toContain(await askToPersist());
  });
});
