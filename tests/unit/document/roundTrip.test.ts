import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { readMapFile } from '../../../src/document/readMapFile.ts';
import { writeMapFile } from '../../../src/document/writeMapFile.ts';
import { brokenInvariants } from '../../../src/model/invariants.ts';
import { MAX_TEXT } from '../../../src/model/limits.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { numRuns } from '../../support/depth.ts';
import { must } from '../../support/must.ts';

// The long way takes ten times as many cases.
vi.setConfig({ testTimeout: 120_000 });

it('the maps of the property tests are sound', () => {
  fc.assert(
    fc.property(arbitraryMap(), (map) => {
      expect(brokenInvariants(map)).toEqual([]);
    }),
    { numRuns: numRuns(500) },
  );
});

it('what is written is read again, equal and unrepaired, and written alike', () => {
  fc.assert(
    fc.property(arbitraryMap(), (map) => {
      const written = writeMapFile(map);
      const read = readMapFile(written);
      expect(read).toEqual({ ok: true, value: { map, repairs: [] } });
      expect(writeMapFile(must(read).map)).toBe(written);
    }),
    { numRuns: numRuns(500) },
  );
});

it('a number that JSON cannot hold never makes a file unreadable', () => {
  fc.assert(
    fc.property(arbitraryMap(), fc.constantFrom(Number.NaN, Infinity, -Infinity), (map, wrong) => {
      const rings = map.rings.map((ring) => ({ ...ring, width: wrong }));
      const read = readMapFile(writeMapFile({ ...map, rings }));
      expect(brokenInvariants(must(read).map)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

it('a text longer than one may be is cut, and the rest of the map is read', () => {
  fc.assert(
    fc.property(arbitraryMap(), (map) => {
      const { map: read } = must(readMapFile(writeMapFile({ ...map, title: '👋'.repeat(MAX_TEXT + 1) })));
      expect(read).toEqual({ ...map, title: '👋'.repeat(MAX_TEXT) });
    }),
    { numRuns: 5 },
  );
});
