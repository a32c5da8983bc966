import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lockDocument, type LockPorts } from '../../../src/storage/documentLock.ts';
import { fakeOrigin } from './tools/fakeLocks.ts';
import { manualTimers, settle } from './tools/manualTimers.ts';
import { ID, LONG, OTHER_ID, runs } from './tools/testMaps.ts';

function stage() {
  const origin = fakeOrigin();
  const clock = manualTimers();
  const events: string[] = [];
  const open = async (name: string, flush: () => Promise<void> = async () => undefined, id = ID) => {
    const page = origin.forPage();
    const handlers = {
      onAsked: () => {
        events.push(`${name} asked`);
        return flush().then(() => void events.push(`${name} flushed`));
      },
      onLost: () => void events.push(`${name} lost`),
    };
    const ports: LockPorts = { locks: page.locks, channel: page.channel, timers: clock.timers };
    return { lock: await lockDocument(id, handlers, ports), freeze: page.freeze };
  };
  return { origin, clock, events, open };
}

describe('one page at a time', () => {
  test('the first holds the map, the second does not; another map is free', async () => {
    const { open } = stage();
    const [first, second, other] = [await open('a'), await open('b'), await open('c', undefined, OTHER_ID)];
    expect([first.lock.held(), second.lock.held(), other.lock.held()]).toEqual([true, false, true]);
    first.lock.release();
    await settle();
    expect((await open('d')).lock.held()).toBe(true);
  });

  test('the holder saves, lets go, and is told; then the other has it', async () => {
    const { open, events } = stage();
    const [first, second] = [await open('a'), await open('b')];
    expect(await second.lock.takeOver()).toBe(true);
    expect(events).toEqual(['a asked', 'a flushed', 'a lost']);
    expect([first.lock.held(), second.lock.held()]).toEqual([false, true]);
  });

  test('and it can be taken back', async () => {
    const { open, events } = stage();
    const [first, second] = [await open('a'), await open('b')];
    await second.lock.takeOver();
    expect(await first.lock.takeOver()).toBe(true);
    expect(events.slice(3)).toEqual(['b asked', 'b flushed', 'b lost']);
    expect([first.lock.held(), second.lock.held()]).toEqual([true, false]);
  });

  test('a holder that fails to save lets go all the same', async () => {
    const { open, events } = stage();
    await open('a', () => Promise.reject(new Error('no')));
    expect(await (await open('b')).lock.takeOver()).toBe(true);
    expect(events).toEqual(['a asked', 'a lost']);
  });

  test.each(['frozen', 'saving for ever'])('a holder that is %s loses the lock within 2 s', async (how) => {
    const { open, events, clock } = stage();
    const first = await open('a', () => new Promise(() => undefined));
    if (how === 'frozen') first.freeze();
    const second = await open('b');
    const taken = second.lock.takeOver();
    await clock.pass(1950);
    expect(second.lock.held()).toBe(false);
    await clock.pass(50);
    expect(await taken).toBe(true);
    await settle();
    expect([first.lock.held(), second.lock.held()]).toEqual([false, true]);
    expect(events.filter((event) => event.endsWith('lost'))).toEqual(['a lost']);
  });

  test('a holder that has saved only after the lock was taken from it is told once', async () => {
    const { open, events, clock } = stage();
    await open('a', () => new Promise((resolve) => void clock.timers.set(resolve, 3000)));
    const taken = (await open('b')).lock.takeOver();
    await clock.pass(4000, 500);
    expect(await taken).toBe(true);
    expect(events).toEqual(['a asked', 'a lost', 'a flushed']);
  });

  test('asking twice at once is asking once, and asking for what one has is nothing', async () => {
    const { open, events } = stage();
    await open('a');
    const { lock } = await open('b');
    expect(await Promise.all([lock.takeOver(), lock.takeOver()])).toEqual([true, true]);
    expect(await lock.takeOver()).toBe(true);
    expect(events).toEqual(['a asked', 'a flushed', 'a lost']);
  });

  test('a page that closes the map while it waits for it takes nothing any more', async () => {
    const { open, clock } = stage();
    const first = await open('a', () => new Promise(() => undefined));
    const second = await open('b');
    const taken = second.lock.takeOver();
    await settle();
    second.lock.release();
    await clock.pass(2500);
    expect([await taken, first.lock.held(), second.lock.held()]).toEqual([false, true, false]);
    first.lock.release();
    await settle();
    expect((await open('c')).lock.held()).toBe(true);
  });

  test('messages about other maps, or that make no sense, are nobody’s business', async () => {
    const { open, events, origin } = stage();
    const { lock } = await open('a');
    for (const data of [null, undefined, 7, 'ask', {}, { ask: OTHER_ID }, { ask: { id: ID } }, [ID]])
      origin.shout(data);
    await settle();
    expect(events).toEqual([]);
    expect(lock.held()).toBe(true);
  });
});

describe('where the browser lacks something', () => {
  const handlers = { onAsked: async () => undefined, onLost: () => undefined };
  const { timers } = manualTimers();

  test('without Web Locks every page holds its map', async () => {
    const lock = await lockDocument(ID, handlers, { locks: null, channel: null, timers });
    expect([lock.held(), await lock.takeOver(), lock.held()]).toEqual([true, true, true]);
    lock.release();
  });

  test('the same where they may not be used', async () => {
    const locks = { request: () => Promise.reject(new DOMException('', 'SecurityError')) };
    expect((await lockDocument(ID, handlers, { locks, channel: null, timers })).held()).toBe(true);
  });

  test('without BroadcastChannel the lock is taken after the time for an answer', async () => {
    const { origin, clock, open } = { ...stage() };
    const first = await open('a');
    const { locks } = origin.forPage();
    const second = await lockDocument(ID, handlers, { locks, channel: null, timers: clock.timers });
    const taken = second.takeOver();
    await clock.pass(2000);
    expect(await taken).toBe(true);
    expect(first.lock.held()).toBe(false);
  });
});

test(
  '2 to 4 pages that come, ask, freeze and go: at rest one holder at most, and whoever asked last has it',
  LONG,
  async () => {
    const step = fc.record({
      page: fc.nat(3),
      act: fc.constantFrom('open', 'takeOver', 'takeOver', 'release', 'freeze'),
      ms: fc.constantFrom(0, 50, 1000, 2500),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), fc.integer({ min: 2, max: 4 }), async (steps, count) => {
        const { open, clock } = stage();
        const pages = new Map<number, Awaited<ReturnType<typeof open>>>();
        for (const { page: at, act, ms } of [...steps, { page: 0, act: 'rest', ms: 5000 }]) {
          const index = at % count;
          const page = pages.get(index);
          if (act === 'open' && page === undefined) pages.set(index, await open(`${index}`));
          if (act === 'freeze') page?.freeze();
          if (act === 'release') {
            page?.lock.release();
            pages.delete(index);
          }
          const asked = act === 'takeOver' ? page?.lock.takeOver() : undefined;
          await clock.pass(asked === undefined ? ms : Math.max(ms, 2050), 500);
          expect(asked === undefined || ((await asked) && page?.lock.held())).toBe(true);
          expect([...pages.values()].filter(({ lock }) => lock.held()).length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: runs(60, 3000) },
    );
  },
);
