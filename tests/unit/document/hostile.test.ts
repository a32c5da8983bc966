import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readAnyFile } from '../../../src/document/readAnyFile.ts';
import { READ_FAILURE_KINDS, type ReadFailureKind } from '../../../src/document/readMapFile.ts';
import { writeMapFile } from '../../../src/document/writeMapFile.ts';
import { brokenInvariants } from '../../../src/model/invariants.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { FULL, numRuns } from '../../support/depth.ts';
import { must } from '../../support/must.ts';
import { mutationsOf } from './mutations.ts';
import { outside } from './outside.ts';
import { RICH_FILE } from './richMap.ts';

// The long way takes ten times as many cases.
vi.setConfig({ testTimeout: 120_000 });

const GOOD = [
  RICH_FILE,
  'tests/files/v1/minimal.nettverkskart.json',
  'tests/files/foreign/easynwk-two-versions.json',
  'tests/files/foreign/easynwk-bare.json',
].map((name) => readFileSync(name, 'utf8'));
/** By number, so that a failure prints no whole file. */
const goodFile = fc.constantFrom(...GOOD.keys());

const runs = { numRuns: numRuns(500) };

const atFirst = Reflect.ownKeys(Object.prototype);
const listsAtFirst = Reflect.ownKeys(Array.prototype);

/** How often each outcome was seen: a test of refusals that refused everything would show nothing. */
const seen = new Map<'opened' | ReadFailureKind, number>();

/** Either a sound map that can be written and read again, or a failure with a name; nothing else ever happens. */
function expectSoundOrRefused(text: string): void {
  const read = readAnyFile(text, outside());
  const outcome = read.ok ? 'opened' : read.failure.kind;
  seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
  expect(['opened', ...READ_FAILURE_KINDS]).toContain(outcome);
  if (!read.ok) return;
  const { map } = read.value;
  const again = must(readAnyFile(writeMapFile(map), outside()));
  expect(brokenInvariants(map)).toEqual([]);
  expect(again).toEqual({ map, repairs: [], notCarriedOver: [], origin: 'own' });
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.json(),
  fc.json({ stringUnit: 'binary' }),
);
const anyJson = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.constantFrom('1e999', '-1e999', '1e308', '-0', '9007199254740993', '1E-400', 'NaN', 'Infinity', 'undefined'),
  fc.constantFrom('"\\ud800"', '"\\udc00\\ud800"', '"\\u0000"', '"\u202e"', '"\\u200d👩"', `"${'x'.repeat(10_001)}"`),
  fc.constantFrom(
    '"__proto__"',
    '"ego"',
    '"constructor"',
    '"toString"',
    '{"__proto__":{"polluted":1}}',
    '{"a":1,"a":2}',
  ),
);

/** The strings, numbers and words of a JSON text. */
const values = (text: string) => [...text.matchAll(/(?<=[:[,]\s*)("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null)/g)];

function replaceValue(text: string, pick: number, value: string): string {
  const found = values(text);
  const at = found[pick % found.length];
  return at ? text.slice(0, at.index) + value + text.slice(at.index + at[0].length) : text;
}

describe('hostile files', () => {
  it('of random text', () => {
    fc.assert(fc.property(anyText, expectSoundOrRefused), runs);
    const dressed = anyText.map((text) => `{"format":"nettverkskart","version":1,"map":${text}}`);
    fc.assert(fc.property(dressed, expectSoundOrRefused), runs);
    expect(seen.get('opened')).toBeUndefined();
  });

  it('with pieces cut out, doubled or overwritten', () => {
    const piece = fc.string({ unit: 'binary', maxLength: 8 });
    const cut = fc.record({ from: fc.nat(), length: fc.nat(200), instead: piece, twice: fc.boolean() });
    const property = fc.property(goodFile, fc.array(cut, { minLength: 1, maxLength: 3 }), (good, cuts) => {
      const text = cuts.reduce((now, { from, length, instead, twice }) => {
        const start = from % now.length;
        const taken = now.slice(start, start + length);
        return now.slice(0, start) + (twice ? taken + taken : instead) + now.slice(start + length);
      }, GOOD[good]!);
      expectSoundOrRefused(text);
    });
    fc.assert(property, runs);
    expect(seen.get('notJson')).toBeGreaterThan(100);
  });

  it('with values that may not stand there', () => {
    const change = fc.tuple(fc.nat(), anyJson);
    const property = fc.property(goodFile, fc.array(change, { minLength: 1, maxLength: 3 }), (good, changes) => {
      expectSoundOrRefused(changes.reduce((text, [pick, value]) => replaceValue(text, pick, value), GOOD[good]!));
    });
    fc.assert(property, runs);
    expect(seen.get('damaged')).toBeGreaterThan(100);
  });

  it('with minus zero for a colour is read as zero', () => {
    expectSoundOrRefused(GOOD[0]!.replace(/"hue": ?0/, '"hue": -0'));
    expect(GOOD[0]).toMatch(/"hue": ?0/);
  });

  it('with ids exchanged', () => {
    const ids = [...new Set(GOOD.flatMap((good) => good.match(/"[a-z]-[a-z0-9-]+"|(?<="id\d?": )\d+/g) ?? []))];
    const swap = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids, '"ego"', '"tray"'));
    const property = fc.property(goodFile, fc.array(swap, { minLength: 1, maxLength: 6 }), (good, swaps) => {
      expectSoundOrRefused(swaps.reduce((text, [one, other]) => text.replaceAll(one, other), GOOD[good]!));
    });
    fc.assert(property, runs);
    expect(seen.get('opened')).toBeGreaterThan(100);
  });

  it('with texts that no keyboard writes are taken as they are', () => {
    const property = fc.property(arbitraryMap(), fc.string({ unit: 'binary' }), (map, title) => {
      expect(must(readAnyFile(writeMapFile({ ...map, title }), outside())).map).toEqual({ ...map, title });
    });
    fc.assert(property, runs);
  });

  it.each([
    ['{"a":', '}'],
    ['[', ']'],
    ['{"versions":[', ']}'],
    ['{"ego":{},"alteri":[],"x":', '}'],
  ])('%s 200,000 deep are refused', (open, close) => {
    const deep = `${open.repeat(200_000)}0${close.repeat(200_000)}`;
    const map = `{"format":"nettverkskart","version":1,"map":${deep}}`;
    const foreign = `{"ego":{},"alteri":[],"connections":${deep}}`;
    expect([deep, map, foreign].map((text) => readAnyFile(text, outside()).ok)).toEqual([false, false, false]);
  });

  it.each(['people', 'sectors', 'drawings', 'meetings'])(
    'a million things in %s are refused with less than two seconds of work',
    (key) => {
      const file = JSON.parse(GOOD[1]!) as { map: Record<string, unknown> };
      for (const thing of FULL ? [{}, 0, [], 'x'] : [{}]) {
        file.map[key] = Array<unknown>(1_000_000).fill(thing);
        const text = JSON.stringify(file);
        const start = process.cpuUsage();
        expect(readAnyFile(text, outside()).ok).toBe(false);
        // Work, not waiting: other programs may be busy. In microseconds.
        expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
      }
    },
  );

  it('each damage of the foreign sample', () => {
    const texts = mutationsOf(GOOD[2]!.slice(1)).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(500);
    for (const text of texts) expectSoundOrRefused(text);
  });

  it('have left no trace in any object', () => {
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Reflect.ownKeys(Object.prototype)).toEqual(atFirst);
    expect(Reflect.ownKeys(Array.prototype)).toEqual(listsAtFirst);
  });
});
