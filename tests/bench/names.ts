// Names that nobody has to have: first names of two or three syllables, surnames from words of the landscape.
import type { Random } from './random.ts';

const STARTS = 'A Be Da Ei El Fri Ha I Jo Ka Li Ma No Re Si So To Vi'.split(' ');
const ENDS = 'da ka la len lin ma na ne nor ra ri rik run stein ta ve vår'.split(' ');
const MIDDLES = 'ga le li no re sa'.split(' ');
const LANDS = 'Bjørke Elve Fjell Gran Hav Hauke Krok Lang Lyng Myr Nord Rogne Skar Sol'.split(' ');
const PLACES = 'bakken berg bø dal eng haug heim lid moen nes sæther vik vold ås'.split(' ');
const LONGEST = 28;

/** A name that is not taken, of 3 to 28 letters. */
export function inventName(random: Random, taken: Set<string>): string {
  for (;;) {
    const name = anyName(random);
    if (name.length < 3 || name.length > LONGEST || taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function anyName(random: Random): string {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const first = () => pick(STARTS) + (random() < 0.2 ? pick(MIDDLES) : '') + pick(ENDS);
  const last = () => pick(LANDS) + pick(PLACES);
  const kind = random();
  if (kind < 0.35) return first();
  if (kind < 0.8) return `${first()} ${last()}`;
  if (kind < 0.9) return `${first()}-${first()}`;
  return `${first()} ${pick(LANDS)}${pick(PLACES)} ${last()}`;
}
