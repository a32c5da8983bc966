import type { Receipt } from '../../storage/removal.ts';
import type { IsoDateTime, MapId, NetworkMap } from '../../model/types.ts';

/** A map as it may be shown to anyone: when, never who. */
export type MapOnDevice = {
  readonly id: MapId;
  readonly createdAt: IsoDateTime | null;
  readonly savedAt: IsoDateTime | null;
  /** It opens with a passphrase only. */
  readonly passphrase: boolean;
  /** Nobody has used it for long, and nobody has said yet that it is to be kept. */
  readonly isOld?: boolean;
};

/** The maps on this device, as the start screen may ask about them. */
export type MapsOnDevice = {
  readonly list: () => Promise<readonly MapOnDevice[]>;
  /** Only when somebody asks to see it; null when it can't be read. */
  readonly read: (id: MapId) => Promise<NetworkMap | null>;
  readonly open: (id: MapId) => void;
  /** Opens it where files are made. */
  readonly takeFile: (id: MapId) => void;
  /** Although nobody has used it for long. */
  readonly keep: (map: MapOnDevice) => void;
  /** Rejects when it is still there. */
  readonly remove: (id: MapId) => Promise<Receipt>;
};
