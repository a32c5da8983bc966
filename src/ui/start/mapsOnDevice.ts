import type { Receipt } from '../../storage/removal.ts';
import type { IsoDateTime, MapId, NetworkMap } from '../../model/types.ts';

/** A map as it may be shown to anyone: when, never who. */
export type MapOnDevice = {
  readonly id: MapId;
  readonly createdAt: IsoDateTime | null;
  readonly savedAt: IsoDateTime | null;
  /** It opens with a passphrase only. */
  readonly passphrase: boolean;
};

/** The maps on this device, as the start screen may ask about them. */
export type MapsOnDevice = {
  readonly list: () => Promise<readonly MapOnDevice[]>;
  /** Only when somebody asks to see it; null when it can't be read. */
  readonly read: (id: MapId) => Promise<NetworkMap | null>;
  readonly open: (id: MapId) => void;
  /** Rejects when it is still there. */
  readonly remove: (id: MapId) => Promise<Receipt>;
};
