// Functions that run inside the page, in every engine. Each sees nothing outside of itself.

export type Point = readonly [x: number, y: number];

export const PRESSABLE = 'button, [role="button"], [role="tab"], a[href], label, summary';

export const isThere = (selector: string): boolean => document.querySelector(selector) !== null;

export const count = (selector: string): number => document.querySelectorAll(selector).length;

/** The middle of the one thing with these words that a finger would hit there; else why there is none. */
export function pointOf(selector: string, words: string, flags: string): Point | string {
  const pattern = new RegExp(words, flags);
  const textOf = (element: Element | null) => (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const nameOf = (element: Element) => {
    const by = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
    return (
      element.getAttribute('aria-label') ??
      (by.length > 0 ? by.map((id) => textOf(document.getElementById(id))).join(' ') : undefined) ??
      (labels && labels.length > 0 ? Array.from(labels, textOf).join(' ') : textOf(element))
    );
  };
  const named = [...document.querySelectorAll(selector)].filter((element) => pattern.test(nameOf(element)));
  if (named.length === 0) return 'nothing with these words';
  for (const element of named) {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { x, y, width, height } = element.getBoundingClientRect();
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    const hit = document.elementFromPoint(middleX, middleY);
    const label = hit?.closest('label');
    if (hit !== null && (element.contains(hit) || (label && label.control === element))) {
      return element.matches(':disabled') ? 'disabled' : [middleX, middleY];
    }
  }
  return `${named.length} out of reach`;
}

/** The words of the field that has the focus. */
export function focusedField(): string {
  const active = document.activeElement;
  if (!(active instanceof HTMLInputElement)) return active?.tagName ?? '';
  return active.getAttribute('aria-label') ?? Array.from(active.labels ?? [], (label) => label.textContent).join(' ');
}

/** Puts the keyboard on a person of the map, or on a button or list with these words. */
export function focusOn(selector: string, words: string): boolean {
  const textOf = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) => {
    return [element.getAttribute('aria-label'), textOf(element)].includes(words);
  });
  found?.focus();
  return found !== undefined && document.activeElement === found;
}

export function focusPerson(name: string): boolean {
  const found = [...document.querySelectorAll<SVGGElement>('svg[data-map] g[data-person-id]')]
    .find((person) => person.dataset['name'] === name)
    ?.querySelector<SVGElement>('[data-button]');
  found?.focus();
  return found !== undefined && document.activeElement === found;
}

/** A point of the page inside a cell, by what the map says of itself. */
export function pointInCell(sector: string, ring: number, along: number): Point {
  const svg = document.querySelector<SVGSVGElement>('svg[data-map]');
  const { cx, cy, ax, ay, radii, sectors } = JSON.parse(svg?.dataset['cells'] ?? '') as {
    cx: number;
    cy: number;
    ax: number;
    ay: number;
    radii: number[];
    sectors: { id: string; a0: number; a1: number }[];
  };
  const arc = sectors.find(({ id }) => id === sector);
  const [inner, outer] = [radii[ring], radii[ring + 1]];
  if (!svg || !arc || inner === undefined || outer === undefined) throw new Error(`No cell ${sector} ${ring}`);
  const box = svg.getBoundingClientRect();
  const angle = arc.a0 + along * (arc.a1 - arc.a0);
  const radius = (inner + outer) / 2;
  return [box.x + cx + ax * radius * Math.cos(angle), box.y + cy + ay * radius * Math.sin(angle)];
}

export function pointOfPerson(name: string): Point {
  const person = [...document.querySelectorAll<SVGGElement>('svg[data-map] g[data-person-id]')].find(
    ({ dataset }) => dataset['name'] === name,
  );
  const box = person?.querySelector('[data-symbol]')?.getBoundingClientRect();
  if (!box) throw new Error(`${name} is not on the map`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

export const standing = (): { name: string; sector: string; ring: string }[] =>
  [...document.querySelectorAll<SVGGElement>('svg[data-map] g[data-person-id]')].map(({ dataset }) => ({
    name: dataset['name'] ?? '',
    sector: dataset['sector'] ?? '',
    ring: dataset['ring'] ?? '',
  }));

/** What the platform's own list does when a line of it is chosen: the list lies outside the page. */
export function selectOption(label: string, words: string): void {
  const isCalled = (select: HTMLSelectElement) =>
    select.getAttribute('aria-label') === label ||
    // A label that has the list inside it reads as its own words first.
    Array.from(select.labels).some(({ textContent }) => textContent?.trim().startsWith(label));
  const list = [...document.querySelectorAll('select')].find(isCalled);
  const option = [...(list?.options ?? [])].find(({ text }) => text === words);
  if (!list || !option) throw new Error(`No list ${label} with ${words}`);
  list.focus();
  list.value = option.value;
  list.dispatchEvent(new Event('input', { bubbles: true }));
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

/** By the hook for checks from outside. */
export async function openText(text: string): Promise<void> {
  const { nettverkskart } = window as unknown as { nettverkskart: { open: (file: File) => Promise<void> } };
  await nettverkskart.open(new File([text], 'kart.nettverkskart.json'));
}
