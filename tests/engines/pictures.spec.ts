// Two hundred maps by chance, from one person to three hundred: in every engine the first picture that is asked for has every
// name and every tie. PICTURES=40 tries fewer, PICTURES_FROM=120 begins later.
import { mapFileOf } from '../bench/mapFile.ts';
import { makeNetwork } from '../bench/networks.ts';
import { type Random, seeded } from '../bench/random.ts';
import { FULL } from '../support/depth.ts';
import { expect, test, withTab } from './fixtures.ts';
import { drawnOn, missingInPicture } from './picture.ts';

const SEED = 20_261_122;
const COUNT = Number(process.env['PICTURES'] ?? (FULL ? 200 : 6));
const FROM = Number(process.env['PICTURES_FROM'] ?? 0);
/** Then the page is loaded anew, and the first picture is once more the first of a page. */
const ON_ONE_PAGE = 5;
const LARGEST = 300;

const FIRST = [
  'Åse',
  'Øystein',
  'Sára Márjá',
  'Đoáđđu',
  'Zoë',
  'Kim 🙂',
  '👵 Farmor',
  'Nguyễn Thị',
  'Ингрид',
  'Bjørn-Ærling',
];
const LAST = [
  'Ødegård',
  'Sætre-Ålvik',
  'Čáŋgguin',
  'Hætta',
  'van der Berg-Johannessen',
  'på jobben',
  '(nabo i 3. etasje)',
  '',
];

/** Small maps are as common as in life; now and then one is as large as maps get. */
const sizeOf = (random: Random): number =>
  Math.max(1, Math.round(LARGEST ** (random() < 0.1 ? 0.9 + 0.1 * random() : 0.85 * random())));

/** Names of all kinds in the place of the invented ones, each of them once. */
function strangeNames(text: string, random: Random): { text: string; names: string[] } {
  const file = JSON.parse(text) as { map: { people: Record<string, { name: string }> } };
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const names = Object.values(file.map.people).map((person, at) => {
    if (random() < 0.4) person.name = `${pick(FIRST)} ${pick(LAST)} ${at}`.replaceAll(/\s+/g, ' ').trim();
    return person.name;
  });
  return { text: JSON.stringify(file), names };
}

function mapByChance(number: number): { text: string; names: string[]; ties: number } {
  const random = seeded(SEED + number);
  const network = makeNetwork(sizeOf(random), SEED + number);
  return { ...strangeNames(mapFileOf(network), random), ties: network.ties.length };
}

const letters = (text: string) => text.replaceAll(/[\s\u00AD\u200B\u2066-\u2069-]/g, '');

/** Names that stand nowhere on the sheet: neither at their person, over one line or two, nor in the text beside the map. */
function namesWithout(words: readonly string[], names: readonly string[]): string[] {
  const all = letters(words.join(''));
  return names.filter((name) => !all.includes(letters(name)));
}

for (let first = FROM; first < FROM + COUNT; first += ON_ONE_PAGE) {
  const last = Math.min(first + ON_ONE_PAGE, FROM + COUNT) - 1;
  test(`every name and every tie is in the first picture: maps ${first}–${last}`, async ({ map, reference }) => {
    test.setTimeout(600_000);
    await withTab(await (await reference.engine()).newTab(), async (tab) => {
      await map.openForMany();
      for (let number = first; number <= last; number += 1) {
        const { text, names, ties } = mapByChance(number);
        const which = `map ${number} of seed ${SEED}, ${names.length} people`;
        await map.take(text);
        await map.openOut();
        await map.choose('Bilde');
        await map.prepared();
        const png = await map.save();
        await map.select('Form', 'Tegning som kan forstørres (SVG)');
        await map.prepared();
        const svg = await map.save();
        await map.press('Lukk', 'dialog[open] button');
        const drawn = await drawnOn(tab, svg.bytes);
        expect(namesWithout(drawn.words, names), `${which}: names that are not drawn`).toEqual([]);
        // And one beside its meaning in the key, where there are any.
        expect(drawn.ties, `${which}: ties`).toBe(ties === 0 ? 0 : ties + 1);
        expect(await missingInPicture(tab, svg.bytes, png.bytes), `${which}: what the picture lacks`).toEqual([]);
      }
    });
  });
}
