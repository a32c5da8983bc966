import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAutosave, type SaveState } from '../../../src/storage/autosave.ts';
import { StorageError } from '../../../src/storage/errors.ts';
import { manualTimers, settle } from './tools/manualTimers.ts';
import { LONG, runs } from './tools/testMaps.ts';

type Write = { readonly text: string; readonly rev: number; readonly end: (error?: unknown) => Promise<void> };

/** A writer that answers when the test says so. */
function stage() {
  const clock = manualTimers();
  const states: string[] = [];
  const writes: Write[] = [];
  const autosave = createAutosave({
    write: (text, rev) =>
      new Promise((resolve, reject) => {
        const end = (error?: unknown): Promise<void> => {
          if (error === undefined) resolve();
          else reject(error as Error);
          return settle(5);
        };
        writes.push({ text, rev, end });
      }),
    onState: (state, error) => states.push(error === null ? state : `${state} ${error.kind}`),
    timers: clock.timers,
  });
  const write = (index: number): Write => {
    const found = writes[index];
    if (found === undefined) throw new Error(`There is no write ${index}, only ${writes.length}`);
    return found;
  };
  return { clock, states, writes, write, autosave };
}

const full = new StorageError('full', 'no room');

describe('saving', () => {
  test('starts at once, and "saved" comes with the answer', async () => {
    const { autosave, writes, write, states } = stage();
    autosave.push('a', 1);
    expect(writes).toMatchObject([{ text: 'a', rev: 1 }]);
    expect(states).toEqual(['saving']);
    await write(0).end();
    expect(states).toEqual(['saving', 'saved']);
  });

  test('one write at a time, then the newest edit only; its text is made when its turn comes', async () => {
    const { autosave, writes, write, states } = stage();
    const made: number[] = [];
    const text = (rev: number) => () => {
      made.push(rev);
      return `text ${rev}`;
    };
    for (const rev of [1, 2, 3, 4]) autosave.push(text(rev), rev);
    expect(writes).toHaveLength(1);
    await write(0).end();
    expect(states).toEqual(['saving']);
    expect(writes.map(({ rev }) => rev)).toEqual([1, 4]);
    await write(1).end();
    expect(states).toEqual(['saving', 'saved']);
    expect(made).toEqual([1, 4]);
  });

  test('idle waits for everything', async () => {
    const { autosave, write } = stage();
    await autosave.idle();
    let idle = 0;
    autosave.push('a', 1);
    autosave.push('b', 2);
    void autosave.idle().then(() => (idle += 1));
    void autosave.idle().then(() => (idle += 1));
    await write(0).end();
    expect(idle).toBe(0);
    await write(1).end();
    expect(idle).toBe(2);
  });

  test('an edit made when "saved" is told is waited for too', async () => {
    let asked = false;
    const ends: (() => void)[] = [];
    const autosave = createAutosave({
      write: () => new Promise((resolve) => ends.push(resolve)),
      onState: (state) => {
        if (state !== 'saved' || asked) return;
        asked = true;
        autosave.push('b', 2);
      },
      timers: manualTimers().timers,
    });
    autosave.push('a', 1);
    let idle = false;
    void autosave.idle().then(() => (idle = true));
    ends[0]?.();
    await settle(5);
    expect([idle, ends.length]).toEqual([false, 2]);
    ends[1]?.();
    await settle(5);
    expect(idle).toBe(true);
  });
});

describe('failing', () => {
  test('is told with its kind, and tried again after 1, 2, 5 and then every 5 s, told once', async () => {
    const { autosave, writes, write, states, clock } = stage();
    autosave.push('a', 1);
    await write(0).end(full);
    const pauses = [1000, 2000, 5000, 5000, 5000];
    for (const [index, ms] of pauses.entries()) {
      await clock.pass(ms - 1);
      expect(writes).toHaveLength(index + 1);
      await clock.pass(1);
      expect(writes).toHaveLength(index + 2);
      await write(index + 1).end(full);
    }
    expect(writes.every(({ text, rev }) => text === 'a' && rev === 1)).toBe(true);
    expect(states).toEqual(['saving', 'failed full']);
    await clock.pass(5000);
    await write(6).end();
    expect(states).toEqual(['saving', 'failed full', 'saved']);
    expect(clock.pending()).toBe(0);
  });

  test('pauses begin anew after a success', async () => {
    const { autosave, writes, write, clock } = stage();
    autosave.push('a', 1);
    await write(0).end(full);
    await clock.pass(1000);
    await write(1).end();
    autosave.push('b', 2);
    await write(2).end(full);
    await clock.pass(1000);
    expect(writes).toHaveLength(4);
  });

  test('stays told until a save succeeds: neither a new edit nor a retry hides it', async () => {
    const { autosave, write, states, clock } = stage();
    autosave.push('a', 1);
    await write(0).end(full);
    autosave.push('b', 2);
    expect(states.at(-1)).toBe('failed full');
    await write(1).end(new StorageError('lost', 'gone'));
    expect(states.at(-1)).toBe('failed lost');
    await clock.pass(2000);
    autosave.push('c', 3);
    await write(2).end();
    expect(states.slice(1)).toEqual(['failed full', 'failed lost', 'saving']);
    await write(3).end();
    expect(states.at(-1)).toBe('saved');
  });

  test('more than 2 s without an answer is told, while the write goes on', async () => {
    const { autosave, write, writes, states, clock } = stage();
    autosave.push('a', 1);
    await clock.pass(1950);
    expect(states).toEqual(['saving']);
    await clock.pass(50);
    expect(states).toEqual(['saving', 'failed']);
    await clock.pass(60_000);
    expect(writes).toHaveLength(1);
    await write(0).end();
    expect(states).toEqual(['saving', 'failed', 'saved']);
  });

  test('the pause counts from the start of the try', async () => {
    const { autosave, write, writes, clock } = stage();
    autosave.push('a', 1);
    await clock.pass(3000);
    await write(0).end(new StorageError('timeout', 'slow'));
    await clock.pass(1);
    expect(writes).toHaveLength(2);
  });

  test('retryNow and a new edit do not wait for the pause, and leave no second timer', async () => {
    const { autosave, write, writes, clock } = stage();
    autosave.push('a', 1);
    await write(0).end(full);
    autosave.retryNow();
    autosave.retryNow();
    expect(writes).toHaveLength(2);
    await write(1).end(full);
    autosave.push('b', 2);
    expect(writes.map(({ text }) => text)).toEqual(['a', 'a', 'b']);
    await write(2).end();
    expect(clock.pending()).toBe(0);
    autosave.retryNow();
    expect(writes).toHaveLength(3);
  });

  test('a newer edit takes the place of one that failed meanwhile', async () => {
    const { autosave, write, writes, clock } = stage();
    autosave.push('a', 1);
    autosave.push('b', 2);
    await write(0).end(full);
    await clock.pass(1000);
    await write(1).end();
    expect(writes.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  test('a text that cannot be made, and a writer that throws, are failures like others', async () => {
    const { autosave, states, writes } = stage();
    autosave.push(() => {
      throw new Error('cannot');
    }, 1);
    await settle(5);
    expect(states).toEqual(['saving', 'failed unknown']);
    autosave.push('b', 2);
    expect(writes).toHaveLength(1);
  });
});

describe('off', () => {
  test('nothing more is written, waiting edits are given up, and it stays off', async () => {
    const { autosave, write, writes, states, clock } = stage();
    autosave.push('a', 1);
    autosave.push('b', 2);
    autosave.turnOff();
    let idle = false;
    void autosave.idle().then(() => (idle = true));
    await settle(5);
    expect(idle).toBe(false);
    await write(0).end();
    expect(idle).toBe(true);
    autosave.push('c', 3);
    autosave.retryNow();
    await clock.pass(10_000);
    expect(writes).toHaveLength(1);
    expect(states).toEqual(['saving', 'off']);
  });

  test('also while a retry waits', async () => {
    const { autosave, write, writes, states, clock } = stage();
    autosave.push('a', 1);
    await write(0).end(full);
    const idle = autosave.idle();
    autosave.turnOff();
    await idle;
    expect(clock.pending()).toBe(0);
    await clock.pass(10_000);
    expect(writes).toHaveLength(1);
    expect(states).toEqual(['saving', 'failed full', 'off']);
  });
});

test(
  'in any order of edits, answers and failures: one writer, newest wins, and nothing is said too early',
  LONG,
  async () => {
    const plan = fc.record({
      edits: fc.integer({ min: 1, max: 12 }),
      fails: fc.array(fc.boolean(), { maxLength: 12 }),
      retries: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), plan, async (scheduler, { edits, fails, retries }) => {
        const clock = manualTimers();
        let pushed = 0;
        let stored = 0;
        let writers = 0;
        const seen: SaveState[] = [];
        const wrong: string[] = [];
        const answers = fails.values();
        const autosave = createAutosave({
          write: async (text, rev) => {
            writers += 1;
            if (writers > 1) wrong.push('two writers');
            if (text !== `text ${rev}`) wrong.push('text of another revision');
            await scheduler.schedule(Promise.resolve(), `write ${rev}`);
            writers -= 1;
            if (answers.next().value === true) throw full;
            if (rev < stored) wrong.push('older after newer');
            stored = rev;
          },
          onState: (state) => {
            seen.push(state);
            if (state === 'saved' && stored !== pushed) wrong.push('said saved too early');
          },
          timers: clock.timers,
        });
        const edit = async (): Promise<void> => {
          pushed += 1;
          autosave.push(`text ${pushed}`, pushed);
        };
        void scheduler.scheduleSequence(Array.from({ length: edits }, () => edit));
        for (let index = 0; index < retries; index += 1) {
          void scheduler.schedule(Promise.resolve(), 'retry').then(() => autosave.retryNow());
          void scheduler.schedule(Promise.resolve(), 'time').then(() => clock.skip(1000));
        }
        await scheduler.waitIdle();
        for (let round = 0; round < fails.length + 1; round += 1) {
          clock.skip(5000);
          await scheduler.waitIdle();
        }
        await autosave.idle();
        expect(wrong).toEqual([]);
        expect(stored).toBe(edits);
        expect(seen.at(-1)).toBe('saved');
      }),
      { numRuns: runs(300, 20_000) },
    );
  },
);
