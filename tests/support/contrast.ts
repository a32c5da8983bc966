/** Contrast as WCAG 2.2 counts it, of two colours written `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  if (!/^#[\da-f]{6}$/i.test(colour)) throw new Error(`not a colour: ${colour}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What is seen where a colour lies over another, let through so much (`opacity`). */
export function laidOver(top: string, ground: string, opacity: number): string {
  const part = (colour: string, from: number) => Number.parseInt(colour.slice(from, from + 2), 16);
  const mixed = [1, 3, 5].map((from) => Math.round(opacity * part(top, from) + (1 - opacity) * part(ground, from)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
