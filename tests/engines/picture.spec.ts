// The check of a picture, checked: it must notice what a picture lacks.
import { expect, test, withTab } from './fixtures.ts';
import { drawnOn, missingInPicture } from './picture.ts';

const NAMES = ['Kari', 'Øyvind', 'Sára'];
const nameAt = (name: string, at: number) => `<text x="40" y="${60 + 60 * at}" font-size="16">${name}</text>`;
const tieAt = (at: number) => `<path d="M20 ${80 + 60 * at} Q150 ${90 + 60 * at} 280 ${80 + 60 * at}"`;
const INK = ' stroke="#6b6455" stroke-width="1.5" fill="none"/>';
const drawing = (names: readonly string[], ties: readonly number[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="240" viewBox="0 0 300 240">
    <rect width="300" height="240" fill="#fdf9f1"/>
    ${NAMES.map((name, at) => (names.includes(name) ? nameAt(name, at) : '')).join('')}
    ${ties.map((at) => tieAt(at) + INK).join('')}</svg>`;

/** Runs inside the page. */
async function toPng(svg: string): Promise<string> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  for (let time = 0; time < 2; time++) {
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    await new Promise((next) => setTimeout(next, 100));
  }
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

const WHOLE = Buffer.from(drawing(NAMES, [0, 1]));

for (const [name, picture, missing] of [
  ['nothing, when nothing is', drawing(NAMES, [0, 1]), []],
  ['a name', drawing(['Kari', 'Sára'], [0, 1]), ['the words "Øyvind"']],
  ['a tie', drawing(NAMES, [0]), ['tie 2']],
  ['all of it', drawing([], []), ['the words "Kari"', 'the words "Øyvind"', 'the words "Sára"', 'tie 1', 'tie 2']],
] as const) {
  test(`noticed to be missing in a picture: ${name}`, async ({ engine }) => {
    await withTab(await engine.newTab(), async (tab) => {
      const png = Buffer.from(await tab.look(toPng, picture), 'base64');
      expect(await drawnOn(tab, WHOLE)).toEqual({ words: NAMES, ties: 2 });
      expect(await missingInPicture(tab, WHOLE, png)).toEqual(missing);
    });
  });
}
