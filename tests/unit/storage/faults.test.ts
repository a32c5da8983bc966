import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { createAutosave, type SaveState } from '../../../src/storage/autosave.ts';
import { StorageError } from '../../../src/storage/errors.ts';
import { faultsAt, plantFaults, type Plan, type Site, SITES } from './tools/faults.ts';
import { manualTimers, settle } from './tools/manualTimers.ts';
import { ID, openPage, rawRecords, readElsewhere, runs, textOf } from './tools/testMaps.ts';

const faults = plantFaults();
afterEach(() => faults.set(null));

/** The first chunk, one in the middle, and what comes last; a document of 70 kB has three chunks and a manifest. */
const NTH: Readonly<Partial<Record<Site, readonly number[]>>> = { get: [0, 1], put: [0, 1, 3] };
const PLANS: readonly Plan[] = SITES.flatMap((site) =>
  faultsAt(site).flatMap((fault) => (NTH[site] ?? [0]).map((nth) => ({ site, fault, nth }))),
);
const nameOf = ({ site, fault, nth }: Plan): string => `${site} ${nth}: ${fault}`;

/** A map open in a page that saves by itself, and everything it has claimed. */
function openMap(factory: IDBFactory) {
  const clock = manualTimers();
  const page = openPage(factory, clock.timers);
  const states: { state: SaveState; at: number; rev: number }[] = [];
  let rev = 0;
  const autosave = createAutosave({
    write: (text, at) => page.maps.save(ID, text, at),
    onState: (state) => states.push({ state, at: clock.timers.now(), rev }),
    timers: clock.timers,
  });
  return {
    clock,
    page,
    states,
    edit: (): number => {
      rev += 1;
      autosave.push(textOf(rev), rev);
      return rev;
    },
    last: (): SaveState | undefined => states.at(-1)?.state,
    passUntilSaved: async (atMostMs: number): Promise<void> => {
      for (let ms = 0; ms < atMostMs && states.at(-1)?.state !== 'saved'; ms += 50) await clock.pass(50);
    },
  };
}

async function expectStored(factory: IDBFactory, rev: number): Promise<void> {
  const loaded = await faults.without(() => readElsewhere(factory));
  expect(loaded).toMatchObject({ kind: 'loaded', rev, text: textOf(rev), olderCopyUsed: false });
}

/** Edits while the fault is on, for `ms`, then the fault ends. */
async function run(plan: Plan, savedBefore: boolean, ms: number): Promise<void> {
  const factory = new IDBFactory();
  const map = openMap(factory);
  if (savedBefore) {
    map.edit();
    await map.clock.pass(50);
    expect(map.last()).toBe('saved');
    // Otherwise a connection that is open already would never meet a fault in opening.
    if (plan.site === 'open') map.page.database.close();
  }
  const before = map.states.length;
  const edited = map.clock.timers.now();
  faults.set(plan);
  const rev = map.edit();
  await map.clock.pass(ms);

  expect(faults.struck(), 'the fault was met').toBeGreaterThan(0);
  const during = map.states.slice(before);
  // A fault that a new connection or a second look gets round is none; then the claim must be true.
  const claimed = during.filter(({ state }) => state === 'saved');
  if (claimed.length > 0) await expectStored(factory, rev);
  else expect(during.find(({ state }) => state === 'failed')?.at).toBeLessThanOrEqual(edited + 2000);

  faults.set(null);
  const newest = map.edit();
  await map.passUntilSaved(5000);
  expect(map.last(), 'saved within 5 s of the end of the fault').toBe('saved');
  await expectStored(factory, newest);
  await settle();
  map.page.database.close();
}

describe.each(PLANS.map((plan) => ({ name: nameOf(plan), plan })))('$name', ({ plan }) => {
  // Chunks are read before the first save of a page only.
  test.skipIf(plan.site === 'getAll').each(runs([2500], [2500, 9000, 16_150]))(
    'never called saved when it is not, and saved again after %i ms of it',
    (ms) => run(plan, true, ms),
  );

  test.each(runs([2500], [2500, 9000]))('the same for the first save of a map, after %i ms', (ms) =>
    run(plan, false, ms),
  );
});

describe.each(PLANS.map((plan) => ({ name: nameOf(plan), plan })))('reading with $name', ({ plan }) => {
  test('never says that there is nothing, or that what is there is damaged', async () => {
    const factory = new IDBFactory();
    const writer = openPage(factory);
    await writer.maps.save(ID, textOf(1), 1);
    await writer.maps.save(ID, textOf(2), 2);
    writer.database.close();

    const clock = manualTimers();
    const { maps, database } = openPage(factory, clock.timers);
    faults.set(plan);
    const answers = Promise.all([maps.load(ID), maps.list().catch((error: unknown) => error)]);
    await clock.pass(16_000, 500);
    const [loaded, listed] = await answers;
    faults.set(null);

    expect(['loaded', 'failed']).toContain(loaded.kind);
    // Read in part: only after UnknownError, which is what Chromium has for files that are damaged for good.
    if (loaded.kind === 'loaded' && loaded.olderCopyUsed) expect(plan.fault).toBe('unknown');
    else if (loaded.kind === 'loaded') expect(loaded.text).toBe(textOf(2));
    if (!(listed instanceof StorageError)) expect(listed).toMatchObject([{ id: ID }]);
    expect(await maps.load(ID)).toMatchObject({ kind: 'loaded', rev: 2, olderCopyUsed: false });
    database.close();
  });

  test('a deletion that fails says so, and can be repeated', async () => {
    const factory = new IDBFactory();
    const clock = manualTimers();
    const { maps, database } = openPage(factory, clock.timers);
    await maps.save(ID, textOf(1), 1);
    if (plan.site === 'open') database.close();
    faults.set(plan);
    const removed = maps.remove(ID).then(
      () => 'removed',
      (error: unknown) => error,
    );
    await clock.pass(6000, 500);
    const answer = await removed;
    faults.set(null);
    if (answer === 'removed') expect(await rawRecords(factory)).toEqual([]);
    else expect(answer).toBeInstanceOf(StorageError);
    await maps.remove(ID);
    expect(await rawRecords(factory)).toEqual([]);
    database.close();
  });
});
