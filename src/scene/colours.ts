import type { Hue } from '../model/types.ts';

/** Colours of the drawn map. Written as attributes, not classes, so that the map exports itself. */
export type MapColours = {
  readonly paper: string;
  /** Innermost first; the warmest is innermost. */
  readonly bands: readonly [string, string, string, string];
  readonly line: string;
  readonly ink: string;
  readonly quiet: string;
  readonly tie: string;
  readonly tieChosen: string;
  readonly egoFill: string;
  readonly egoText: string;
  readonly markFill: string;
  readonly markInk: string;
  readonly target: string;
  readonly group: string;
  readonly hues: Readonly<Record<Hue, string>>;
};

/**
 * The first five hues are LOOK.md's; mustard, raspberry and olive are ours. Told apart by position and words too;
 * `tests/unit/scene/colours.test.ts` holds 4.5 : 1 for names on the rim and 3 : 1 for discs and lines.
 */
const LIGHT: MapColours = {
  paper: '#f6f3ec',
  bands: ['#f3eada', '#f8f3e9', '#fbf9f4', '#fdfcf9'],
  line: '#dcd2bf',
  ink: '#1f2933',
  quiet: '#5b5344',
  tie: '#8f8674',
  tieChosen: '#26323f',
  egoFill: '#26323f',
  egoText: '#ffffff',
  markFill: '#ffffff',
  markInk: '#1f2933',
  target: '#e7d9b8',
  group: '#6b5c3e',
  hues: {
    0: '#a8471a',
    1: '#1f5f9e',
    2: '#1e7059',
    3: '#7b4b94',
    4: '#475569',
    5: '#7a5a00',
    6: '#a3255f',
    7: '#5a6414',
  },
};

const DARK: MapColours = {
  paper: '#1b1a17',
  bands: ['#3a342a', '#302c25', '#282520', '#23211d'],
  line: '#4f493f',
  ink: '#f2ede3',
  quiet: '#c4baa8',
  tie: '#8c8372',
  tieChosen: '#f2ede3',
  egoFill: '#f2ede3',
  egoText: '#1b1a17',
  markFill: '#1b1a17',
  markInk: '#f2ede3',
  target: '#5a4f38',
  group: '#c9b98f',
  hues: {
    0: '#ee9a6b',
    1: '#84b6ea',
    2: '#74c4a8',
    3: '#c8a2de',
    4: '#a9b6c8',
    5: '#dcb850',
    6: '#f093b8',
    7: '#bcc866',
  },
};

const stronger = (colours: MapColours): MapColours => ({
  ...colours,
  line: colours.quiet,
  quiet: colours.ink,
  tie: colours.quiet,
  group: colours.ink,
});

/** The sheet is always light, whatever the screen; white saves ink and photocopies well. */
const PAPER: MapColours = {
  ...LIGHT,
  paper: '#ffffff',
  bands: ['#f5f0e5', '#faf7f0', '#fdfcf9', '#ffffff'],
  line: '#b9af9c',
  tie: '#6b6455',
  quiet: '#3d382e',
};

export type MapTheme = 'light' | 'dark' | 'lightContrast' | 'darkContrast' | 'paper';

export const MAP_COLOURS: Readonly<Record<MapTheme, MapColours>> = {
  light: LIGHT,
  dark: DARK,
  lightContrast: stronger(LIGHT),
  darkContrast: stronger(DARK),
  paper: PAPER,
};
