/** What an exported drawing may be made of; whatever else the map's elements carry stays behind. */
const ELEMENTS = new Set(['svg', 'title', 'g', 'path', 'circle', 'ellipse', 'line', 'rect', 'text', 'textPath']);

const ATTRIBUTES = new Set(
  (
    'xmlns viewBox width height lang id href d x y x1 y1 x2 y2 cx cy r rx ry dx dy transform fill fill-rule ' +
    'fill-opacity stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin opacity ' +
    'font-family font-size font-weight text-anchor startOffset paint-order'
  ).split(' '),
);

/**
 * Takes everything away that isn't drawn: fingers' targets, hidden rims, spoken names, ids of people. Left is a drawing
 * that can be handed to anybody and tells nothing but what is seen on it.
 */
export function keepOnlyDrawn(root: SVGSVGElement): void {
  const unseen = '[data-hit], [data-halo], [data-sector-area], [visibility="hidden"], path:not([d]), path[d=""]';
  for (const element of root.querySelectorAll(unseen)) element.remove();
  for (const element of root.querySelectorAll('circle[r="0"], ellipse[rx="0"]')) element.remove();
  for (const element of [root, ...root.querySelectorAll('*')]) clean(element);
  // From the innermost outwards, so that what has become empty goes too.
  for (const element of [...root.querySelectorAll('g, text')].toReversed()) {
    if (element.childNodes.length === 0) element.remove();
  }
}

function clean(element: Element): void {
  if (!ELEMENTS.has(element.localName)) {
    element.remove();
    return;
  }
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name) ?? '';
    const isForeign = !ATTRIBUTES.has(name) || (name === 'href' && !value.startsWith('#'));
    if (isForeign) element.removeAttribute(name);
    else if (cleanText(value) !== value) element.setAttribute(name, cleanText(value));
  }
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) child.nodeValue = cleanText(child.nodeValue ?? '');
  }
}

/**
 * Characters that XML does not know make a whole file unreadable: control characters, and halves of characters.
 */
export const cleanText = (text: string): string => text.replace(ILLEGAL, '');

// oxlint-disable-next-line no-control-regex -- these are what is looked for
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
