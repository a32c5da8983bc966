// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetPerson } from '../../../src/app/forgetPerson.ts';
import type { OpenedMap } from '../../../src/app/openedMap.ts';
import { Session } from '../../../src/app/session.ts';
import { loadTranslate } from '../../../src/i18n/languages.ts';
import type { PersonId } from '../../../src/model/types.ts';
import { createDatabase } from '../../../src/storage/database.ts';
import { createSavedMaps } from '../../../src/storage/savedMaps.ts';
import { selectMap } from '../../../src/store/mapStore.ts';

let count = 0;
async function begin(keep: boolean) {
  const savedMaps = createSavedMaps(createDatabase({ name: `forget-${(count += 1)}` }).useStore);
  const session = new Session({ savedMaps, language: 'nb', t: await loadTranslate('nb'), mapOnly: false });
  await session.newMap(keep);
  const { opened } = session;
  if (!opened) throw new Error('No map is open.');
  for (const name of ['Kari', 'Bente', 'Noah']) {
    opened.mapStore.getState().edit('addPeople', [{ id: `p-${name}` as PersonId, name }], 'tray');
  }
  const state = keep ? 'saved' : 'off';
  await vi.waitFor(() => expect(opened.viewStore.getState().saveState).toBe(state));
  return { savedMaps, session, opened };
}

const BENTE = 'p-Bente' as PersonId;
const inMemory = ({ mapStore }: OpenedMap) => JSON.stringify(mapStore.getState().history);

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

describe('removing somebody everywhere', () => {
  it('leaves the name neither in what is stored nor in the history, and the next edit is saved', async () => {
    const { savedMaps, opened } = await begin(true);
    opened.mapStore.getState().undo();
    opened.viewStore.getState().select([BENTE]);
    expect(inMemory(opened)).toContain('Bente');
    const done = await forgetPerson(opened, savedMaps, BENTE, false);
    expect(done).toMatchObject({ drawings: 1, meetings: 0, left: 0 });
    expect(inMemory(opened)).not.toContain('Bente');
    expect(opened.mapStore.getState().history).toMatchObject({ past: [], future: [] });
    expect(opened.viewStore.getState().selection.people).toEqual([]);
    opened.mapStore.getState().edit('describe', { title: 'Etterpå' });
    await vi.waitFor(() => expect(opened.viewStore.getState().saveState).toBe('saved'));
    const texts = await savedMaps.everyText(opened.id);
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.filter((text) => text === null || text.includes('Bente'))).toEqual([]);
    expect(texts.some((text) => text?.includes('Etterpå'))).toBe(true);
  });

  it('changes nothing when it can not be stored', async () => {
    const { savedMaps, opened } = await begin(true);
    const failing = { ...savedMaps, saveAlone: () => Promise.reject(new Error('full')) };
    const before = opened.mapStore.getState().history;
    expect(await forgetPerson(opened, failing, BENTE, false)).toBeNull();
    expect(opened.mapStore.getState().history).toBe(before);
  });

  it('says so when something is left, or could not be looked at', async () => {
    const { savedMaps, opened } = await begin(true);
    const found = { ...savedMaps, everyText: async () => ['{"id":"p-Bente"}', null, '{}'] };
    expect(await forgetPerson(opened, found, BENTE, false)).toMatchObject({ left: 2 });
    const blind = { ...savedMaps, everyText: () => Promise.reject(new Error('lost')) };
    expect(await forgetPerson(opened, blind, 'p-Noah' as PersonId, false)).toMatchObject({ left: null });
  });

  it('works in a map that is stored nowhere, and stores nothing', async () => {
    const { savedMaps, opened } = await begin(false);
    expect(await forgetPerson(opened, savedMaps, BENTE, false)).toMatchObject({ copies: 0, left: 0 });
    expect(Object.keys(selectMap(opened.mapStore.getState()).people)).toEqual(['p-Kari', 'p-Noah']);
    expect(inMemory(opened)).not.toContain('Bente');
    expect(await savedMaps.list()).toEqual([]);
  });
});
