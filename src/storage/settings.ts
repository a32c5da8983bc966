import { type SmallStorage, smallEntry } from './smallStore.ts';

export const LANGUAGE_SETTINGS = [null, 'nb', 'nn', 'en'] as const;
/** CSS pixels that a finger moves before it drags; farther for a trembling hand. A mouse needs 0.6 of it. */
export const DRAG_THRESHOLDS = [10, 16, 24] as const;
/** Per cent of the browser's own text size. */
export const TEXT_SIZES = [100, 125, 150, 200] as const;

/** Minutes in which nobody touches anything, until the map is covered; 0: never. */
export const COVER_MINUTES = [2, 5, 10, 30, 0] as const;
/** The same until it is locked, and minutes out of sight: long enough to paste a message elsewhere and come back. */
export const LOCK_MINUTES = [5, 15, 30, 60] as const;
export const HIDDEN_MINUTES = [1, 5, 15, 30] as const;

const YES_NO = [false, true] as const;

/** What belongs to the device and not to any map. Nothing that tells who has used it. */
export type Settings = {
  /** null: the browser's language. */
  readonly language: (typeof LANGUAGE_SETTINGS)[number];
  readonly dragThreshold: (typeof DRAG_THRESHOLDS)[number];
  readonly textSize: (typeof TEXT_SIZES)[number];
  readonly coverAfter: (typeof COVER_MINUTES)[number];
  readonly lockAfter: (typeof LOCK_MINUTES)[number];
  readonly lockHiddenAfter: (typeof HIDDEN_MINUTES)[number];
  /** *Stor visning*: larger names and buttons, fewer things on the screen. */
  readonly large: boolean;
  /** What has been done here once needs no hint any more. */
  readonly hasAdded: boolean;
  readonly hasMoved: boolean;
  readonly hasTied: boolean;
};

type Choice<T> = { readonly values: readonly T[]; readonly standard: T };
type Table = { readonly [Key in keyof Settings]: Choice<Settings[Key]> };

/** Every setting with what it may be; a new one does not compile until it stands here. */
const TABLE: Table = {
  language: { values: LANGUAGE_SETTINGS, standard: null },
  dragThreshold: { values: DRAG_THRESHOLDS, standard: 10 },
  textSize: { values: TEXT_SIZES, standard: 100 },
  coverAfter: { values: COVER_MINUTES, standard: 5 },
  lockAfter: { values: LOCK_MINUTES, standard: 15 },
  lockHiddenAfter: { values: HIDDEN_MINUTES, standard: 5 },
  large: { values: YES_NO, standard: false },
  hasAdded: { values: YES_NO, standard: false },
  hasMoved: { values: YES_NO, standard: false },
  hasTied: { values: YES_NO, standard: false },
};

const KEY = 'nettverkskart-settings';

function pick<T>({ values, standard }: Choice<T>, value: unknown): T {
  return values.find((it) => it === value) ?? standard;
}

/** Whatever was found becomes settings: what is unknown, missing or of another time becomes the default. */
function toSettings(found: unknown): Settings {
  const given = (typeof found === 'object' && found !== null ? found : {}) as Partial<Record<keyof Settings, unknown>>;
  return {
    language: pick(TABLE.language, given.language),
    dragThreshold: pick(TABLE.dragThreshold, given.dragThreshold),
    textSize: pick(TABLE.textSize, given.textSize),
    coverAfter: pick(TABLE.coverAfter, given.coverAfter),
    lockAfter: pick(TABLE.lockAfter, given.lockAfter),
    lockHiddenAfter: pick(TABLE.lockHiddenAfter, given.lockHiddenAfter),
    large: pick(TABLE.large, given.large),
    hasAdded: pick(TABLE.hasAdded, given.hasAdded),
    hasMoved: pick(TABLE.hasMoved, given.hasMoved),
    hasTied: pick(TABLE.hasTied, given.hasTied),
  };
}

/** @internal */
export const DEFAULT_SETTINGS: Settings = toSettings(null);

const device = (): SmallStorage => localStorage;

/** The settings of this device. Never throws. */
export function readSettings(storage: () => SmallStorage = device): Settings {
  try {
    return toSettings(JSON.parse(smallEntry(storage, KEY).read() ?? 'null'));
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/** Keeps the settings on this device and says whether that went well. Never throws. */
export function writeSettings(settings: Settings, storage: () => SmallStorage = device): boolean {
  return smallEntry(storage, KEY).write(JSON.stringify(toSettings(settings)));
}

/**
 * Part of "delete everything".
 * @internal
 */
export function forgetSettings(storage: () => SmallStorage = device): boolean {
  return smallEntry(storage, KEY).write(null);
}
