import { describe, expect, it } from 'vitest';
import { isolated, turnsRound } from '../../../src/i18n/direction.ts';
import { someNames } from '../../../src/scene/words.ts';
import { WORDS } from '../../support/aMap.ts';

const FSI = '\u2068';
const PDI = '\u2069';

describe('names in any script', () => {
  it.each(['Kari', 'Øystein Åsli', 'Nguyễn', 'Ольга', '小明', 'Áile', '🐕 Luna', 'Ωmega', ''])(
    'that run from left to right are left as they are: %s',
    (name) => {
      expect(isolated(name)).toBe(name);
    },
  );

  it.each(['محمد', 'דוד', 'Ali (علی)', 'ހަސަން', '\u{1e900}\u{1e901}', 'evil \u202egnp'])(
    'that run the other way, or turn the rest round, are kept to themselves: %s',
    (name) => {
      expect(turnsRound(name)).toBe(true);
      expect(isolated(name)).toBe(`${FSI}${name}${PDI}`);
    },
  );

  it('keep their direction in every sentence, each name for itself', () => {
    const { nb } = WORDS;
    expect(nb('spoken.moved', { name: 'محمد', sector: 'Venner', ring: 'Nær' })).toBe(
      `${FSI}محمد${PDI} står nå i Venner, Nær`,
    );
    expect(someNames(['محمد', 'דוד'], nb)).toContain(`${FSI}محمد${PDI}, ${FSI}דוד${PDI}`);
  });
});
