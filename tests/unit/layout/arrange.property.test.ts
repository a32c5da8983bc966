import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Arrangement, LayoutRequest } from '../../../src/geometry/arrangement.ts';
import { arrange } from '../../../src/layout/arrange.ts';
import { improvePicture } from '../../../src/layout/improve.ts';
import { numRuns } from '../../support/depth.ts';
import { arrangeAnew } from './anew.ts';
import { present } from './present.ts';
import { faultsOf } from './faults.ts';
import { anyRequest } from './requests.ts';

const SLOW = 120_000;
/** A layout is too slow to be made smaller hundreds of times after a failure: the seed is printed, and is enough. */
const runs = (daily: number): fc.Parameters<unknown> => ({ numRuns: numRuns(daily), endOnFailure: true });

const settled = (request: LayoutRequest, { people }: Arrangement): LayoutRequest => ({
  ...request,
  people: request.people.map((person) => ({ ...person, spot: people.get(person.id)?.spot ?? person.spot })),
});
const spotsOf = ({ people }: Arrangement): unknown[] => Array.from(people.values(), ({ id, spot }) => [id, spot]);

test(
  'nobody leaves their cell, nothing lies over anything, and no type is too small',
  () => {
    fc.assert(
      fc.property(anyRequest(40), (request) => {
        expect(faultsOf(request, arrange(request, { improve: improvePicture }))).toEqual([]);
      }),
      runs(30),
    );
  },
  SLOW,
);

test(
  'a full map is laid out too',
  () => {
    fc.assert(
      fc.property(anyRequest(300), (request) => {
        const arrangement = arrange(request);
        expect(faultsOf(request, arrangement)).toEqual([]);
      }),
      runs(4),
    );
  },
  SLOW,
);

test(
  'a picture arranged again is the same picture, and hands are never moved',
  () => {
    fc.assert(
      fc.property(anyRequest(30), (request) => {
        const first = arrange(request);
        const again = arrangeAnew(settled(request, first));
        expect(spotsOf(again)).toEqual(spotsOf(first));
        expect(again.nameSize).toBe(first.nameSize);
        for (const { id, spot } of request.people) {
          if (spot?.by !== 'hand' || !first.people.has(id)) continue;
          expect(present(first.people.get(id)).spot).toBe(spot);
        }
      }),
      runs(30),
    );
  },
  SLOW,
);

test('the same request gives the same picture', () => {
  fc.assert(
    fc.property(anyRequest(25), (request) => {
      const improve = improvePicture;
      expect(arrangeAnew(request, { improve })).toEqual(arrangeAnew(request, { improve }));
    }),
    runs(6),
  );
});
