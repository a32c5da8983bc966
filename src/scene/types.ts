import type { Label, TieCurve } from '../geometry/arrangement.ts';
import type { Frame, MapPoint } from '../geometry/frame.ts';
import type {
  GroupId,
  Hue,
  PersonId,
  PersonKind,
  PersonSymbol,
  RelationId,
  RelationKind,
  RingPlace,
  SectorId,
  Support,
  Wish,
} from '../model/types.ts';

/** What is to be drawn, in map units (geometry/frame.ts): the same for screen, paper, image and the spoken map. */
export type MapScene = {
  readonly frame: Frame;
  readonly sectors: readonly SectorMark[];
  readonly rings: readonly RingMark[];
  readonly groups: readonly GroupMark[];
  readonly relations: readonly RelationMark[];
  readonly people: readonly PersonMark[];
  readonly ego: EgoMark;
  readonly symbolRadius: number;
  /** Are the rings drawn, or only the outer rim? */
  readonly ringsShown: boolean;
};

export type SectorMark = {
  readonly id: SectorId;
  readonly name: string;
  readonly hue: Hue;
  readonly empty: boolean;
  /** The whole wedge, from ego's rim to the outer rim. */
  readonly area: string;
  /** The coloured rim. */
  readonly rim: string;
  /** The border towards the next sector. */
  readonly border: { readonly from: MapPoint; readonly to: MapPoint };
  /** The arc along which the name stands, in reading direction. */
  readonly titlePath: string;
  readonly titleSize: number;
  /** The name as it fits the arc; the whole is in `name`. */
  readonly title: string;
};

export type RingMark = {
  readonly index: number;
  readonly name: string;
  readonly band: string;
  readonly at: MapPoint;
};

export type GroupMark = {
  readonly id: GroupId;
  readonly label: string;
  readonly outline: string;
  readonly labelAt: MapPoint;
};

export type RelationMark = {
  readonly id: RelationId;
  readonly from: PersonId;
  readonly to: PersonId | 'ego';
  readonly kind: RelationKind;
  readonly support: Support;
  readonly curve: TieCurve;
  readonly path: string;
  /** The two strokes that cut a tie without contact, as one path. */
  readonly cut: string | null;
  /** Arrowheads for support, as closed paths. */
  readonly arrows: readonly string[];
  readonly spoken: string;
};

export type PersonMark = {
  readonly id: PersonId;
  readonly name: string;
  readonly at: MapPoint;
  readonly kind: PersonKind;
  readonly shape: PersonSymbol;
  readonly deceased: boolean;
  readonly hue: Hue;
  readonly sector: SectorId;
  readonly ring: RingPlace;
  readonly wish: Wish | null;
  readonly label: Label | null;
  readonly spoken: string;
};

export type EgoMark = {
  readonly name: string;
  readonly radius: number;
  readonly nameSize: number;
  readonly spoken: string;
};
