// Is every name and every tie in a picture? The drawing (SVG) of the same sheet says where they must be; Chromium, whatever
// engine made the two, reads both.
import type { Tab } from './engine.ts';

/** A tab of Chromium that has nothing to do with the app's. */
export type Reference = Pick<Tab, 'look'>;

/** Of the lines between two people, and of nothing else on the sheet. */
const TIE_INK = '#6b6455';

/** What stands in a drawing: its words, and how many ties. */
export const drawnOn = (reference: Reference, svg: Buffer): Promise<{ words: string[]; ties: number }> =>
  reference.look(readDrawing, svg.toString('utf8'), TIE_INK);

function readDrawing(text: string, ink: string): { words: string[]; ties: number } {
  const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
  return {
    words: Array.from(drawing.querySelectorAll('text'), ({ textContent }) => textContent ?? ''),
    ties: drawing.querySelectorAll(`path[stroke="${ink}"][fill="none"], line[stroke="${ink}"]`).length,
  };
}

/** Words and ties of the drawing that the picture shows no ink of. */
export const missingInPicture = (reference: Reference, svg: Buffer, png: Buffer): Promise<string[]> =>
  reference.look(compare, svg.toString('utf8'), png.toString('base64'), TIE_INK);

async function compare(text: string, png: string, ink: string): Promise<string[]> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.codePointAt(0) ?? 0);
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  if (!context) throw new Error('No canvas.');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  const drawing = document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true);
  document.body.replaceChildren(drawing);
  drawing.style.width = `${picture.width}px`;
  drawing.style.height = `${picture.height}px`;
  await document.fonts.ready;
  const corner = drawing.getBoundingClientRect();

  // The drawing as this Chromium paints it: a tie lies under names and people, and is not to be seen all the way.
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  await image.decode();
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(image, 0, 0, picture.width, picture.height);
  const { data: painted } = context.getImageData(0, 0, picture.width, picture.height);

  const lightIn = (pixels: Uint8ClampedArray, x: number, y: number) => {
    const at = 4 * (Math.round(y) * picture.width + Math.round(x));
    return ((pixels[at] ?? 255) + (pixels[at + 1] ?? 255) + (pixels[at + 2] ?? 255)) / 3;
  };
  const light = (x: number, y: number) => lightIn(data, x, y);
  const around = [-2, -1, 0, 1, 2];
  /** The darkest of the pixels around a point: lines of two engines may lie a pixel apart. */
  const darkest = (pixels: Uint8ClampedArray, x: number, y: number) =>
    Math.min(...around.flatMap((dx) => around.map((dy) => lightIn(pixels, x + dx, y + dy))));

  /** How many of a text's letters have ink where they should be, straight or round a rim. */
  const lettersSeen = (word: SVGTextElement) => {
    const toPage = word.getScreenCTM();
    const em = parseFloat(getComputedStyle(word).fontSize) * Math.hypot(toPage?.a ?? 1, toPage?.b ?? 0);
    const text = word.textContent ?? '';
    const letters = text.replaceAll(/\s/g, '').length;
    let seen = 0;
    for (let at = 0; at < Math.min(text.length, word.getNumberOfChars()); at++) {
      if (text[at]?.trim() === '') continue;
      const [start, end] = [word.getStartPositionOfChar(at), word.getEndPositionOfChar(at)];
      const turned = (word.getRotationOfChar(at) * Math.PI) / 180;
      const middle = new DOMPoint((start.x + end.x) / 2, (start.y + end.y) / 2).matrixTransform(toPage ?? undefined);
      // Half the height of a small letter above the line.
      const [x, y] = [middle.x + 0.27 * em * Math.sin(turned), middle.y - 0.27 * em * Math.cos(turned)];
      let darkestHere = 255;
      for (let dx = -0.3 * em; dx <= 0.3 * em; dx++) {
        for (let dy = -0.3 * em; dy <= 0.3 * em; dy++) {
          darkestHere = Math.min(darkestHere, light(x - corner.x + dx, y - corner.y + dy));
        }
      }
      if (darkestHere < 170) seen += 1;
    }
    return seen / letters;
  };

  const missing: string[] = [];
  for (const word of drawing.querySelectorAll('text')) {
    // Letters that the app's own font lacks, each engine takes from another: a word of six ends a letter earlier in WebKitGTK.
    const isOwnFont = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(word.textContent ?? '');
    if (lettersSeen(word) < (isOwnFont ? 0.9 : 0.8)) missing.push(`the words "${word.textContent ?? ''}"`);
  }
  const lines = drawing.querySelectorAll<SVGGeometryElement>(
    `path[stroke="${ink}"][fill="none"], line[stroke="${ink}"]`,
  );
  // Many lines are drawn fainter: half of what their ink takes from the paper is to be seen.
  const [paper, dark] = [253, 97];
  const edgeOf = (line: Element) => paper - 0.53 * Number(getComputedStyle(line).strokeOpacity) * (paper - dark);
  lines.forEach((line, index) => {
    const toPage = line.getScreenCTM();
    const length = line.getTotalLength();
    const edge = edgeOf(line);
    let [open, seen] = [0, 0];
    for (let step = 0; step <= 40; step++) {
      const { x, y } = line.getPointAtLength((length * step) / 40).matrixTransform(toPage ?? undefined);
      if (darkest(painted, x - corner.x, y - corner.y) >= edge) continue;
      open += 1;
      if (darkest(data, x - corner.x, y - corner.y) < edge) seen += 1;
    }
    if (open < 8) missing.push(`tie ${index + 1}, hidden in the drawing`);
    else if (seen < 0.88 * open) missing.push(`tie ${index + 1}`);
  });
  return missing;
}
