// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { createKeeper } from '../../../src/app/keeper.ts';
import { openMap } from '../../../src/app/openedMap.ts';
import { readMapFile } from '../../../src/document/readMapFile.ts';
import type { PersonId } from '../../../src/model/types.ts';
import type { lockDocument } from '../../../src/storage/documentLock.ts';
import type { SavedMaps } from '../../../src/storage/savedMaps.ts';
import { mapWith } from '../../support/openMap.tsx';
import { must } from '../../support/must.ts';

type LockMap = typeof lockDocument;
type Handlers = Parameters<LockMap>[1];

/** A map with a keeper, a lock that is `held` or not, and what was saved. */
async function kept({ held = true } = {}) {
  const saved: { names: string[]; rev: number }[] = [];
  const gates: (() => void)[] = [];
  let slow = false;
  const save: SavedMaps['save'] = async (_, text, rev) => {
    if (slow) await new Promise<void>((resolve) => gates.push(resolve));
    saved.push({ names: Object.values(must(readMapFile(text)).map.people).map(({ name }) => name), rev });
  };
  let handlers: Handlers | null = null;
  const release = vi.fn<() => void>();
  const lockMap: LockMap = async (_, given) => {
    handlers = given;
    return { held: () => held, takeOver: async () => true, release };
  };
  const map = mapWith({ name: 'Mamma' });
  const left: { readonly text: string; readonly rev: number }[] = [];
  const leave: SavedMaps['leave'] = (_, text, rev) => left.push({ text, rev }) > 0;
  const keeper = createKeeper(map.id, { save, leave }, lockMap);
  const opened = openMap({ map, origin: 'stored', rev: 7, keeper, language: 'nb', mapOnly: false, kept: true });
  const lock = await keeper.lock();
  return {
    saved,
    left: () => left.map(({ text, rev }) => ({ rev, count: Object.keys(must(readMapFile(text)).map.people).length })),
    lock,
    keeper,
    opened,
    release,
    asked: () => handlers?.onAsked(),
    lost: () => handlers?.onLost(),
    add: (name: string) =>
      opened.mapStore.getState().edit('addPeople', [{ id: `p-${name}` as PersonId, name }], 'tray'),
    state: () => opened.viewStore.getState().saveState,
    slowly: () => (slow = true),
    finish: () => gates.splice(0).forEach((open) => open()),
  };
}

describe('a kept map', () => {
  it('is not written for being opened, and written for every change, with a growing revision', async () => {
    const { keeper, opened, add, saved, state } = await kept();
    keeper.start(opened, false);
    expect(saved).toEqual([]);
    add('Noah');
    await vi.waitFor(() => expect(state()).toBe('saved'));
    opened.mapStore.getState().undo();
    await vi.waitFor(() => expect(saved.length).toBe(2));
    expect(saved).toEqual([
      { names: ['Mamma', 'Noah'], rev: 8 },
      { names: ['Mamma'], rev: 9 },
    ]);
  });

  it('is written as it is when it begins to be kept', async () => {
    const { keeper, opened, saved } = await kept();
    keeper.start(opened, true);
    await vi.waitFor(() => expect(saved).toEqual([{ names: ['Mamma'], rev: 7 }]));
  });

  it('ends when the last change is saved, and not before', async () => {
    const { keeper, opened, add, saved, slowly, finish, release } = await kept();
    keeper.start(opened, false);
    slowly();
    add('Noah');
    const ended = keeper.end();
    await Promise.resolve();
    expect(release).not.toHaveBeenCalled();
    finish();
    expect(await ended).toBe(true);
    expect(saved.at(-1)?.names).toEqual(['Mamma', 'Noah']);
    expect(release).toHaveBeenCalledOnce();
  });

  it('does not end when it is opened again meanwhile', async () => {
    const { keeper, opened, add, slowly, finish, release } = await kept();
    keeper.start(opened, false);
    slowly();
    add('Noah');
    const ended = keeper.end();
    keeper.resume();
    finish();
    expect(await ended).toBe(false);
    expect(release).not.toHaveBeenCalled();
  });

  it('stops editing and saves before it is handed over, and writes nothing after', async () => {
    const { keeper, opened, add, asked, lost, saved, state } = await kept();
    keeper.start(opened, false);
    add('Noah');
    await asked();
    expect(saved.at(-1)?.names).toEqual(['Mamma', 'Noah']);
    add('Too late');
    lost();
    expect(opened.mapStore.getState().readOnly).toBe(true);
    expect(state()).toBe('off');
    expect(saved.length).toBe(1);
  });

  it('writes down on leaving what is not saved yet, the newest only, and nothing when all is', async () => {
    const { keeper, opened, add, left, slowly, finish, state } = await kept();
    keeper.start(opened, false);
    add('Noah');
    await vi.waitFor(() => expect(state()).toBe('saved'));
    keeper.leave();
    expect(left()).toEqual([]);
    slowly();
    add('Elias');
    keeper.leave();
    add('Kaja');
    keeper.leave();
    expect(left()).toEqual([
      { rev: 9, count: 3 },
      { rev: 10, count: 4 },
    ]);
    await vi.waitFor(() => {
      finish();
      expect(state()).toBe('saved');
    });
    keeper.leave();
    expect(left()).toHaveLength(2);
  });

  it('says when another window holds it', async () => {
    expect((await kept({ held: false })).lock).toBe(false);
  });
});
