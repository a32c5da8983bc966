// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenedMap } from '../../../src/app/openedMap.ts';
import { Session } from '../../../src/app/session.ts';
import { loadTranslate } from '../../../src/i18n/languages.ts';
import type { PersonId } from '../../../src/model/types.ts';
import { createDatabase } from '../../../src/storage/database.ts';
import { openMapId } from '../../../src/storage/openMap.ts';
import { readSettings, writeSettings } from '../../../src/storage/settings.ts';
import { createSavedMaps, type SavedMaps } from '../../../src/storage/savedMaps.ts';
import { selectMap } from '../../../src/store/mapStore.ts';

let count = 0;
async function begin(change: (maps: SavedMaps) => SavedMaps = (maps) => maps) {
  const savedMaps = change(createSavedMaps(createDatabase({ name: `test-${(count += 1)}` }).useStore));
  const session = new Session({ savedMaps, language: 'nb', t: await loadTranslate('nb'), mapOnly: false });
  return { session, savedMaps, opened: () => theOpenMap(session) };
}

function theOpenMap({ opened }: Session): OpenedMap {
  if (!opened) throw new Error('No map is open.');
  return opened;
}

const add = ({ mapStore }: OpenedMap, name: string) =>
  mapStore.getState().edit('addPeople', [{ id: `p-${name}` as PersonId, name }], 'tray');
const names = ({ mapStore }: OpenedMap) => Object.values(selectMap(mapStore.getState()).people).map(({ name }) => name);
const saved = ({ viewStore }: OpenedMap) => vi.waitFor(() => expect(viewStore.getState().saveState).toBe('saved'));

beforeEach(() => {
  sessionStorage.clear();
  // The second copies too: jsdom has no better place for them.
  localStorage.clear();
});

describe('a session', () => {
  it('stores a new map only when asked, and remembers which one is open', async () => {
    const { session, savedMaps, opened } = await begin();
    await session.newMap(false);
    add(opened(), 'Noah');
    expect(openMapId()).toBeNull();
    expect(await savedMaps.list()).toEqual([]);
    await session.keep(opened());
    await saved(opened());
    expect(openMapId()).toBe(opened().id);
    expect((await savedMaps.list()).map(({ id }) => id)).toEqual([opened().id]);
  });

  it('opens a closed map as it was left', async () => {
    const { session, opened } = await begin();
    await session.newMap(true);
    add(opened(), 'Noah');
    const { id } = opened();
    session.close();
    expect(session.opened).toBeNull();
    expect(openMapId()).toBeNull();
    await session.openStored(id);
    expect(names(opened())).toEqual(['Noah']);
  });

  it('keeps a map whose last change could not be saved, and shows that very one again', async () => {
    const full = vi.fn<SavedMaps['save']>(() => Promise.reject(new DOMException('full', 'QuotaExceededError')));
    const { session, opened } = await begin((maps) => ({ ...maps, save: full }));
    await session.newMap(true);
    const first = opened();
    add(first, 'Noah');
    await vi.waitFor(() => expect(first.viewStore.getState().saveState).toBe('failed'));
    session.close();
    expect(session.state.get().behind).toBe(first);
    await session.openStored(first.id);
    expect(opened()).toBe(first);
  });

  it('writes down on leaving what still waited for the layout', async () => {
    const { session, opened } = await begin();
    await session.newMap(true);
    await saved(opened());
    const { stage, keeper } = opened();
    let waiting = () => {};
    stage.setLayOut({ before: (_, act) => void (waiting = act), now: () => waiting() });
    stage.layOut(selectMap(opened().mapStore.getState()), () => add(opened(), 'Noah'));
    expect(names(opened())).toEqual([]);
    const leave = vi.spyOn(keeper, 'leave').mockImplementation(() => expect(names(opened())).toEqual(['Noah']));
    session.leave();
    expect(leave).toHaveBeenCalledOnce();
  });

  it('changes nothing for a file that can not be opened', async () => {
    const { session, opened } = await begin();
    await session.newMap(false);
    const before = opened();
    expect(await session.openFile(new File(['{"a": 1}'], 'kart.json'))).toBe(false);
    expect(opened()).toBe(before);
    expect(session.state.get().failure).toBe('failure.notAMap');
  });

  it('never reads a file that is too large', async () => {
    const { session } = await begin();
    const file = new File([''], 'film.mov');
    Object.defineProperty(file, 'size', { value: 20 * 1024 * 1024 + 1 });
    const text = vi.spyOn(file, 'text');
    expect(await session.openFile(file)).toBe(false);
    expect(session.state.get().failure).toBe('failure.tooLarge');
    expect(text).not.toHaveBeenCalled();
  });

  it('goes back to the map before, and keeps what was written in the one that is left', async () => {
    const { session, opened } = await begin();
    await session.newMap(false);
    const first = opened();
    session.showInMemory({ map: selectMap(first.mapStore.getState()), notes: first.notes }, 'file');
    const second = opened();
    add(second, 'Noah');
    session.goBack();
    expect(opened()).toBe(first);
    expect(session.state.get().behind).toBe(second);
  });

  it('forgets an untouched example', async () => {
    const { session, opened } = await begin();
    await session.newMap(false);
    session.showInMemory({ map: selectMap(opened().mapStore.getState()), notes: opened().notes }, 'example');
    session.close();
    expect(session.state.get().behind).toBeNull();
  });

  it('deletes a map for good, also one that is open', async () => {
    const { session, savedMaps, opened } = await begin();
    await session.newMap(true);
    await saved(opened());
    const map = opened();
    await session.removeOpened(map);
    expect(session.state.get().receipt).toBe('start.delete.done');
    add(map, 'Too late');
    expect(await savedMaps.list()).toEqual([]);
  });

  it('says why a stored map can not be opened', async () => {
    const { session } = await begin((maps) => ({ ...maps, load: async () => ({ kind: 'unreadable', raw: '{"fo' }) }));
    await session.openStored('m-1' as OpenedMap['id']);
    expect(session.state.get().screen).toMatchObject({
      kind: 'trouble',
      trouble: { failure: 'failure.stored.unreadable', raw: '{"fo' },
    });
  });
});

describe('several things asked of a session at once', () => {
  /** Two stored maps with a name in each, closed; reading waits until `read` is called. */
  async function twoStored() {
    const held = { gate: Promise.resolve(), broken: false, reading: 0 };
    const at = await begin((maps) => ({
      ...maps,
      load: async (id) => {
        held.reading += 1;
        await held.gate;
        if (held.broken) throw new TypeError('Failed to fetch dynamically imported module');
        return maps.load(id);
      },
    }));
    const ids: OpenedMap['id'][] = [];
    for (const name of ['Anna', 'Bo']) {
      await at.session.newMap(true);
      add(at.opened(), name);
      await saved(at.opened());
      ids.push(at.opened().id);
      at.session.close();
      // Let go of, so that it is read again.
      await vi.waitFor(() => expect(at.session.openCount()).toBe(0));
    }
    const [first, second] = ids;
    if (!first || !second) throw new Error('No maps.');
    let read = (): void => undefined;
    const wait = () => {
      held.reading = 0;
      held.gate = new Promise((resolve) => (read = resolve));
    };
    /** So far that so many have the lock of their map and are being read. */
    const underWay = (count = 1) => vi.waitFor(() => expect(held.reading).toBe(count));
    return { ...at, held, first, second, wait, underWay, read: () => read() };
  }
  const expectWritable = async (opened: OpenedMap) => {
    expect(opened.mapStore.getState().readOnly).toBe(false);
    add(opened, 'Ny');
    await saved(opened);
  };

  it('a double tap opens a map once, to write in', async () => {
    const { session, held, first, wait, underWay, read, opened } = await twoStored();
    wait();
    const taps = [session.openStored(first)];
    await underWay();
    taps.push(session.openStored(first), session.openStored(first));
    read();
    await Promise.all(taps);
    expect(names(opened())).toEqual(['Anna']);
    expect(session.openCount()).toBe(1);
    expect(held.reading).toBe(1);
    await expectWritable(opened());
  });

  it('of two maps the one that was asked for last is shown; the other opens afterwards, and saves', async () => {
    const { session, savedMaps, first, second, wait, underWay, read, opened } = await twoStored();
    wait();
    const taps = [session.openStored(first)];
    await underWay();
    taps.push(session.openStored(second));
    read();
    await Promise.all(taps);
    expect(names(opened())).toEqual(['Bo']);
    await session.openStored(first);
    expect(names(opened())).toEqual(['Anna']);
    await expectWritable(opened());
    expect(await savedMaps.load(first)).toMatchObject({ text: expect.stringContaining('"Ny"') as string });
  });

  it('a map asked for again is read when its first opening has let go of it', async () => {
    const { session, held, first, second, wait, underWay, read, opened } = await twoStored();
    wait();
    const taps = [session.openStored(first)];
    await underWay();
    taps.push(session.openStored(second));
    await underWay(2);
    taps.push(session.openStored(first));
    await new Promise((resolve) => setTimeout(resolve));
    expect(held.reading).toBe(2);
    read();
    await Promise.all(taps);
    expect(held.reading).toBe(3);
    expect(names(opened())).toEqual(['Anna']);
    expect(session.openCount()).toBe(1);
    await expectWritable(opened());
  });

  it('a map that is not wanted any more when its turn comes is not read', async () => {
    const { session, held, first, second, wait, underWay, read, opened } = await twoStored();
    wait();
    const taps = [session.openStored(first)];
    await underWay();
    taps.push(session.openStored(second));
    await underWay(2);
    taps.push(session.openStored(first), session.openStored(second));
    read();
    await Promise.all(taps);
    expect(held.reading).toBe(3);
    expect(names(opened())).toEqual(['Bo']);
  });

  it('a map that comes late does not take the place of a new one', async () => {
    const { session, first, wait, underWay, read, opened } = await twoStored();
    wait();
    const tap = session.openStored(first);
    await underWay();
    await session.newMap(false);
    add(opened(), 'Kari');
    read();
    await tap;
    expect(names(opened())).toEqual(['Kari']);
  });

  it('what could not be read is said, and opens to write in the next time', async () => {
    const { session, held, first, opened } = await twoStored();
    held.broken = true;
    await session.openStored(first);
    expect(session.state.get().screen).toMatchObject({ kind: 'trouble', trouble: { mayHelpToRetry: true } });
    held.broken = false;
    await session.openStored(first);
    await expectWritable(opened());
  });

  it('three unsaved maps: none is let go without being asked', async () => {
    const { session, opened } = await begin();
    for (const name of ['Anna', 'Bo', 'Cato']) {
      await session.newMap(false);
      add(opened(), name);
    }
    session.close();
    const back = [];
    for (let at = 0; at < 3; at += 1) {
      session.goBack();
      back.push(...names(opened()));
      session.throwAway();
    }
    expect(back).toEqual(['Cato', 'Bo', 'Anna']);
    expect(session.state.get().behind).toBeNull();
  });
});

it.each<[string, (session: Session, map: OpenedMap) => Promise<unknown>]>([
  ['deleted', (session, map) => session.removeOpened(map).catch(() => false)],
  ['stored nowhere from now on', (session, map) => session.stopKeeping(map)],
])('a map that can’t be %s is saved on', async (_, remove) => {
  const { session, savedMaps, opened } = await begin((maps) => ({
    ...maps,
    remove: () => Promise.reject(new DOMException('', 'UnknownError')),
  }));
  await session.newMap(true);
  await saved(opened());
  const map = opened();
  expect(await remove(session, map)).toBe(false);
  expect(opened()).toBe(map);
  add(map, 'Noah');
  await saved(map);
  expect(await savedMaps.load(map.id)).toMatchObject({ text: expect.stringContaining('"Noah"') as string });
});

it('what has no passphrase is not covered by the time for locking', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const { session } = await begin();
    writeSettings({ ...readSettings(), coverAfter: 0 });
    await session.newMap(false);
    vi.setSystemTime(Date.now() + 60 * 60_000);
    session.guard.look();
    expect(session.state.get().covered).toBe(false);
    await session.lock();
    expect(session.state.get().covered).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});
