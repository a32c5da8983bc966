import type { Cell, PersonId, SectorId, Spot } from '../model/types.ts';
import type { Frame, MapPoint } from './frame.ts';

/** Width of a text in map units; the layout never sees a font, so it is the same on a screen, on paper and in a test. */
export type MeasureText = (text: string, size: number, weight: 'name' | 'relation' | 'title') => number;

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type LabelSide = 'under' | 'right' | 'left' | 'over';

/** A name as it stands on the map: one or two lines, and the relation word under it. */
export type Label = {
  readonly side: LabelSide;
  readonly anchor: 'middle' | 'start' | 'end';
  readonly lines: readonly {
    readonly text: string;
    readonly weight: 'name' | 'relation';
    readonly size: number;
    /** Baseline, relative to the person's centre. */ readonly dx: number;
    readonly dy: number;
  }[];
  /** Relative to the person's centre. */
  readonly box: Box;
  /** The name was shortened with "…"; the whole stands in the sheet and in the spoken name. */
  readonly shortened: boolean;
};

/** Someone to be arranged. */
export type PersonToPlace = {
  readonly id: PersonId;
  readonly cell: Cell;
  readonly spot: Spot | null;
  readonly name: string;
  /** '' when relation words are hidden or there is none. */
  readonly relation: string;
};

export type LayoutRequest = {
  readonly frame: Frame;
  readonly people: readonly PersonToPlace[];
  readonly ties: readonly (readonly [PersonId, PersonId])[];
  readonly measure: MeasureText;
  /** Names on the rim and on the rings, which people's names keep clear of. */
  readonly obstacles: readonly Box[];
};

export type PlacedPerson = {
  readonly id: PersonId;
  readonly at: MapPoint;
  /** Where that is in the person's cell; the given one, the very same object, when it was kept. */
  readonly spot: Spot;
  /** null: no room for the name at 11 px; shown on zooming in or touching. */
  readonly label: Label | null;
};

/** Where everybody stands in one frame. */
export type Arrangement = {
  readonly people: ReadonlyMap<PersonId, PlacedPerson>;
  /** Drawn radius of the symbols and size of the names, map units. */
  readonly symbolRadius: number;
  readonly nameSize: number;
};

export type SectorTitle = { readonly sector: SectorId; readonly text: string };

/** How a tie runs: straight, or a gentle quadratic curve round somebody's symbol. Ends at the symbols' rims. */
export type TieCurve = { readonly from: MapPoint; readonly to: MapPoint; readonly control: MapPoint | null };
