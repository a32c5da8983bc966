// Networks to measure with: invented, the same for the same seed, and as uneven as people's networks are.
//
// - Names look Norwegian and are put together from syllables: 3 to 28 letters, about a third with a first name alone.
// - Sectors and rings: a third of the people in the first sector, a twentieth in the last; 20 % in the inner ring, 35 % in
//   the middle one, 45 % in the outer one, so that the fullest cell has about a sixth of everybody and some are empty.
// - Ties: people of one sector form communities of three to eight who know each other well (two of three ties are there);
//   now and then somebody knows somebody else's community.
import type { Network, Person, Tie } from './contract.ts';
import { inventName } from './names.ts';
import { type Random, seeded } from './random.ts';

export const SIZES = [12, 25, 40, 60, 100, 150, 300, 1000] as const;
export const SEED = 20_261_121;

const SECTORS = ['family', 'friends', 'work', 'neighbours', 'professionals'];
const SECTOR_SHARES = [0.34, 0.27, 0.2, 0.14, 0.05];
const RING_SHARES = [0.2, 0.35, 0.45];
/** How likely two people of one community know each other. */
const WITHIN = 0.67;
/** Ties between communities, for each person. */
const ACROSS = 0.7;

export function makeNetwork(people: number, seed: number = SEED): Network {
  const random = seeded(seed + people);
  const sectors = shareOut(people, SECTOR_SHARES, random);
  const rings = shareOut(people, RING_SHARES, random);
  const taken = new Set<string>();
  const everybody = Array.from({ length: people }, (_, index): Person => ({
    id: `p${String(index + 1).padStart(4, '0')}`,
    name: inventName(random, taken),
    sector: SECTORS[sectors[index] ?? 0] ?? '',
    ring: rings[index] ?? 0,
  }));
  return { seed, sectors: SECTORS, rings: RING_SHARES.length, people: everybody, ties: makeTies(everybody, random) };
}

/** So many of each as their share says, in an order by chance. */
function shareOut(total: number, shares: readonly number[], random: Random): number[] {
  const borders = shares.map((_, index) => shares.slice(0, index + 1).reduce((sum, share) => sum + share, 0));
  const kinds = Array.from({ length: total }, (_, index) => {
    const at = (index + 0.5) / total;
    const kind = borders.findIndex((border) => at < border);
    return kind < 0 ? shares.length - 1 : kind;
  });
  return shuffled(kinds, random);
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function makeTies(people: readonly Person[], random: Random): Tie[] {
  const ties = new Map<string, Tie>();
  const tie = (a: Person | undefined, b: Person | undefined) => {
    if (!a || !b || a.id === b.id) return;
    const pair: Tie = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
    ties.set(pair.join(' '), pair);
  };
  for (const community of communities(people, random)) {
    community.forEach((person, index) => {
      for (const other of community.slice(index + 1)) if (random() < WITHIN) tie(person, other);
    });
  }
  for (let left = Math.round(people.length * ACROSS); left > 0; left--) {
    tie(people[Math.floor(random() * people.length)], people[Math.floor(random() * people.length)]);
  }
  return [...ties.values()];
}

function communities(people: readonly Person[], random: Random): Person[][] {
  const found: Person[][] = [];
  for (const sector of SECTORS) {
    const members = people.filter((person) => person.sector === sector);
    for (let at = 0; at < members.length;) {
      const size = 3 + Math.floor(random() * 6);
      found.push(members.slice(at, at + size));
      at += size;
    }
  }
  return found;
}
