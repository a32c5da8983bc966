import { expect, it } from 'vitest';
import { drawMap } from '../../src/canvas/drawMap.ts';
import { type Emphasis, showEmphasis } from '../../src/canvas/emphasis.ts';
import { MAP_COLOURS } from '../../src/scene/colours.ts';
import { aMap, tied, tieOf, who } from '../support/aMap.ts';
import { pictureOf } from '../support/pictureOf.ts';

const map = tied(aMap({ Anna: 'family 1', Bo: 'friends 1', Kim: 'work 2' }), 'Anna Bo', 'Bo Kim');
const nobody: Emphasis = { people: [], relation: null, faded: null };
const colours = MAP_COLOURS.light;

const drawn = () => {
  const root = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  document.body.replaceChildren(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  document.body.firstElementChild?.append(root);
  const show = (emphasis: Emphasis, scene = pictureOf(map)) => {
    drawMap(root, scene, colours, 'test');
    showEmphasis(root, scene, colours, emphasis, null);
  };
  return { root, show };
};
const opacities = (root: Element) =>
  [tieOf('Anna', 'Bo'), tieOf('Bo', 'Kim')].map((id) =>
    root.querySelector(`[data-tie-of="${id}"]`)?.getAttribute('opacity'),
  );

it('whoever is let go leaves every line as the picture has it', () => {
  const { root, show } = drawn();
  show(nobody);
  const plain = root.innerHTML;
  show({ ...nobody, people: [who('Anna')] });
  expect(opacities(root)).toEqual([null, '0.3']);
  expect(root.innerHTML).not.toBe(plain);
  show(nobody);
  expect(root.innerHTML).toBe(plain);
  show({ ...nobody, faded: new Set([who('Kim')]) });
  expect(opacities(root)).toEqual([null, '0.3']);
  show(nobody);
  expect(root.innerHTML).toBe(plain);
  show({ ...nobody, relation: tieOf('Bo', 'Kim') });
  expect(opacities(root)).toEqual(['0.3', null]);
});
