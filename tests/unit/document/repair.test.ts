import * as fc from 'fast-check';
import { type Draft, produce } from 'immer';
import { describe, expect, it, vi } from 'vitest';
import { brokenInvariants } from '../../../src/model/invariants.ts';
import { repair } from '../../../src/model/repair.ts';
import { REPAIR_KINDS, type RepairKind } from '../../../src/model/repairKinds.ts';
import type { NetworkMap, PersonId, Relation } from '../../../src/model/types.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { numRuns } from '../../support/depth.ts';
import { richMap } from './richMap.ts';

// The long way takes ten times as many cases.
vi.setConfig({ testTimeout: 120_000 });

type Damage = (map: Draft<NetworkMap>) => void;
const nobody = 'p-nobody' as PersonId;
const current = (map: Draft<NetworkMap>) => map.drawings[1]!;
const places = (map: Draft<NetworkMap>) =>
  current(map).places as Record<string, Draft<NetworkMap>['drawings'][0]['places'][PersonId]>;
const relate = (map: Draft<NetworkMap>, id: string, between: readonly string[]) => {
  const relation = { id, between, kind: 'difficult', support: 'given' };
  (current(map).relations as Record<string, unknown>)[id] = relation;
};

/** One way to bring about each repair, and nothing else. */
const DAMAGES = {
  idFromKey: (map) => {
    map.people['p-kari' as PersonId]!.id = 'p-else' as PersonId;
  },
  doubleSectorRemoved: (map) => {
    map.sectors.push({ ...map.sectors[2]!, hidden: true });
  },
  sectorShown: (map) => {
    for (const sector of map.sectors) sector.hidden = true;
    map.sectors[0]!.span = 360;
  },
  spansEvened: (map) => {
    map.sectors[0]!.span += 1;
  },
  ringsEvened: (map) => {
    map.rings[0]!.width *= 2;
  },
  doubleIdRenamed: (map) => {
    map.drawings[2]!.id = map.drawings[0]!.id;
  },
  kindMadeToday: (map) => {
    for (const drawing of map.drawings) drawing.kind = 'wished';
  },
  currentUnfrozen: (map) => {
    current(map).frozen = { sectors: map.sectors, rings: map.rings, people: map.people };
  },
  placeOfNobodyRemoved: (map) => {
    places(map)[nobody] = 'tray';
  },
  unknownSectorToTray: (map) => {
    places(map)['p-kari'] = { sector: 's-nowhere' as never, ring: 0, spot: null };
  },
  ringBroughtIn: (map) => {
    places(map)['p-kari'] = { sector: map.sectors[0]!.id, ring: 9, spot: null };
  },
  spotBroughtIn: (map) => {
    places(map)['p-kari'] = { sector: map.sectors[0]!.id, ring: 0, spot: { along: 1.5, across: -2, by: 'hand' } };
  },
  egoPutSecond: (map) => relate(map, 'r-new', ['ego', 'p-luna']),
  relationToNobodyRemoved: (map) => relate(map, 'r-new', ['p-kari', nobody]),
  relationToOneselfRemoved: (map) => relate(map, 'r-new', ['p-kari', 'p-kari']),
  doubleRelationMerged: (map) => relate(map, 'r-new', ['p-ole', 'p-kari']),
  groupMemberRemoved: (map) => {
    Object.values(current(map).groups)[0]!.members.push(nobody);
  },
  emptyGroupRemoved: (map) => {
    Object.values(current(map).groups)[0]!.members = [];
  },
  meetingMovedToCurrentDrawing: (map) => {
    map.meetings[0]!.drawing = 'd-none' as never;
  },
  invitationOfNobodyRemoved: (map) => {
    map.meetings[0]!.invitations[nobody] = Object.values(map.meetings[0]!.invitations)[0]!;
  },
  askedWithRemoved: (map) => {
    map.meetings[0]!.invitations['p-kari' as PersonId]!.askedWith = nobody;
  },
  followUpWithoutPerson: (map) => {
    map.meetings[0]!.followUps[0]!.whoId = nobody;
  },
} satisfies Record<RepairKind, Damage>;

describe('repair', () => {
  it('leaves a sound map alone', () => {
    const map = richMap();
    expect(brokenInvariants(map)).toEqual([]);
    expect(repair(map).map).toBe(map);
  });

  it.each(REPAIR_KINDS)('%s: named, and sound afterwards', (kind) => {
    const damaged = produce(richMap(), DAMAGES[kind] as Damage);
    expect(brokenInvariants(damaged)).not.toEqual([]);
    const { map, repairs } = repair(damaged);
    expect(repairs).toContainEqual({ kind, count: 1 });
    expect(brokenInvariants(map)).toEqual([]);
  });

  it('keeps what both of two double relations say', () => {
    const { map } = repair(produce(richMap(), (draft) => relate(draft, 'r-new', ['p-ole', 'p-kari'])));
    const [relation] = Object.values(map.drawings[1]!.relations) as Relation[];
    expect(relation).toMatchObject({ between: ['p-kari', 'p-ole'], kind: 'difficult', support: 'received' });
  });

  it('turns what ego gives into what is received from ego', () => {
    const { map } = repair(produce(richMap(), (draft) => relate(draft, 'r-new', ['ego', 'p-luna'])));
    expect(map.drawings[1]!.relations['r-new' as Relation['id']]).toMatchObject({
      between: ['p-luna', 'ego'],
      support: 'received',
    });
  });

  it('brings people of a frozen current drawing back into the map', () => {
    const damaged = produce(richMap(), (draft) => {
      current(draft).frozen = { sectors: draft.sectors, rings: draft.rings, people: { ...draft.people } };
      delete draft.people['p-ole' as PersonId];
    });
    const { map } = repair(damaged);
    expect(map.people).toEqual(richMap().people);
    expect(map.drawings[1]!.places).toEqual(richMap().drawings[1]!.places);
  });

  it.each([[[0, 0, 0]], [[1e6, 1e-9, 5]], [[120, 120, 119]]])('evens out spans %j', (spans) => {
    const damaged = produce(richMap(), (draft) => {
      draft.sectors = draft.sectors
        .slice(0, 3)
        .map((sector, index) => ({ ...sector, hidden: false, span: spans[index]! }));
    });
    expect(brokenInvariants(repair(damaged).map)).toEqual([]);
  });
});

describe('any number of damages at once', () => {
  const damages = fc.subarray(Object.values(DAMAGES) as Damage[]);

  it('the result is always sound, and repairing it again changes nothing', () => {
    fc.assert(
      fc.property(arbitraryMap(), damages, fc.array(fc.nat()), (map, several, picks) => {
        const damaged = produce(map, (draft) => scramble(draft, picks));
        const also = produce(richMap(), (draft) => {
          for (const damage of several) {
            try {
              damage(draft);
            } catch {
              // An earlier damage took away what this one needs.
            }
          }
        });
        for (const broken of [damaged, also]) {
          const { map: sound } = repair(broken);
          expect(brokenInvariants(sound)).toEqual([]);
          expect(repair(sound).map).toBe(sound);
        }
      }),
      { numRuns: numRuns(500) },
    );
  });
});

/** Takes people, fields, rings' and drawings' essentials away or mixes them up, as the numbers say. */
function scramble(map: Draft<NetworkMap>, picks: readonly number[]): void {
  for (const pick of picks) {
    const drawing = map.drawings[pick % map.drawings.length]!;
    const ids = Object.keys(map.people) as PersonId[];
    const id = ids[pick % Math.max(1, ids.length)];
    const does: (() => void)[] = [
      () => void (id && delete map.people[id]),
      () => void map.sectors.splice(pick % map.sectors.length, map.sectors.length > 1 ? 1 : 0),
      () => map.sectors.push({ ...map.sectors[0]!, span: pick % 400 }),
      () => map.sectors.forEach((sector) => (sector.hidden = pick % 2 === 0)),
      () => map.rings.forEach((ring) => (ring.width = pick % 7)),
      () => void (map.rings.length > 2 && map.rings.pop()),
      () => void (drawing.kind = 'wished'),
      () => void (drawing.frozen = null),
      () => map.drawings.push({ ...drawing, kind: pick % 3 === 0 ? 'today' : 'wished' }),
      () => map.meetings.push(...map.meetings.slice(0, 1)),
      () => void (id && (map.people[id]!.id = `p-${pick}` as PersonId)),
    ];
    does[pick % does.length]!();
  }
}
