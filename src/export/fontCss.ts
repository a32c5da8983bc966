type FontFile = { readonly load: () => Promise<{ default: string }>; readonly range: string };

/**
 * The map's own letters as data: addresses, for files that must open anywhere. Part of the bundle, loaded when a file
 * is made: nothing in src talks to a network, not even to fetch a font.
 */
const FILES = {
  latinExt: {
    load: () => import('@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline'),
    range:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
  latin: {
    load: () => import('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline'),
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-201F,U+2021-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
} as const satisfies Record<string, FontFile>;

/** Letters beyond those of western Europe, and the dagger, lie in the second file. */
// oxlint-disable-next-line no-control-regex -- the range begins at zero
const NEEDS_MORE = /[^\u0000-\u00ff\u2000-\u201f\u2021-\u206f]/u;

/** `@font-face` rules for the letters that a text needs. */
export async function fontCss(text: string): Promise<string> {
  const wanted = NEEDS_MORE.test(text) ? [FILES.latinExt, FILES.latin] : [FILES.latin];
  const faces = await Promise.all(wanted.map(async ({ load, range }) => faceOf((await load()).default, range)));
  return faces.join('');
}

const faceOf = (url: string, range: string) =>
  `@font-face{font-family:'Inter Variable';font-style:normal;font-weight:100 900;src:url(${url}) format('woff2');unicode-range:${range}}`;
