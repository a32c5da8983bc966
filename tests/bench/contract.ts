// What is measured, and what a contestant must be able to do to be measured.

export type Person = { readonly id: string; readonly name: string; readonly sector: string; readonly ring: number };
export type Tie = readonly [string, string];

/** A person's network, as every contestant gets it. Rings count from 0, the innermost. */
export type Network = {
  readonly seed: number;
  readonly sectors: readonly string[];
  readonly rings: number;
  readonly people: readonly Person[];
  readonly ties: readonly Tie[];
};

export type Point = readonly [x: number, y: number];
export type Positions = Readonly<Record<string, Point>>;

/** Rings × sectors as they are drawn; ax and ay are the stretch of an oval. Angles in radians, clockwise from 3 o'clock. */
export type Cells = {
  readonly cx: number;
  readonly cy: number;
  readonly ax: number;
  readonly ay: number;
  readonly radii: readonly number[];
  readonly sectors: readonly { readonly id: string; readonly a0: number; readonly a1: number }[];
};

export type SymbolMark = { readonly id: string; readonly x: number; readonly y: number; readonly r: number };
export type NameMark = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly font: number;
  readonly lines: number;
  readonly text: string;
};
export type TieMark = { readonly a: string; readonly b: string; readonly points: readonly Point[] };

/** A picture as it stands on the page, in CSS pixels of the stage. */
export type Snapshot = {
  readonly symbols: readonly SymbolMark[];
  readonly names: readonly NameMark[];
  readonly ties: readonly TieMark[];
  readonly cells: Cells;
};

/** A network on the stage. */
export type Mounted = {
  /** The middle of everybody's symbol. */
  readonly positions: () => Positions;
  readonly snapshot: () => Snapshot;
  /** The same network with one person more or less. */
  readonly update: (network: Network) => void | Promise<void>;
  /** `performance.now()` of the first picture, where the contestant says so itself. */
  readonly firstPicture?: number;
};

export type Contestant = {
  /** What is there before there is a network: it is not timed. */
  readonly prepare?: (stage: HTMLElement) => Promise<void>;
  /** Resolves when everybody is drawn once, whether the picture has come to rest or not. */
  readonly mount: (stage: HTMLElement, network: Network) => Mounted | Promise<Mounted>;
};

export const STAGE = { width: 1180, height: 820 } as const;
