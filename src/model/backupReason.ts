import { daysBetween } from './days.ts';
import type { IsoDate, NetworkMap } from './types.ts';

/** Why a file would be good to have just now. */
export const BACKUP_REASONS = ['afterMeeting', 'notPersisted', 'week'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** An empty map, or nearly, is not worth a line. */
const WORTH = 3;
const WEEK = 7;

type Known = {
  /** When a whole copy last left as a file; null: never, as far as this device knows. */
  readonly file: IsoDate | null;
  /** Has the browser promised to keep what is stored? */
  readonly persisted: boolean;
  /** Opened again, and not begun just now: who is drawing has other things to think of. */
  readonly again: boolean;
  readonly today: IsoDate;
};

/** Every reason there is, the most telling first. */
export function backupReasons(map: NetworkMap, { file, persisted, again, today }: Known): BackupReason[] {
  if (Object.keys(map.people).length < WORTH) return [];
  const begun = map.createdAt.slice(0, 10) as IsoDate;
  const isLongAgo = daysBetween(file ?? begun, today) >= WEEK;
  const held = map.meetings.flatMap(({ status, date }) =>
    status === 'held' || (status === 'planned' && date !== null && date < today) ? [date ?? begun] : [],
  );
  const reasons: Record<BackupReason, boolean> = {
    afterMeeting: held.some((date) => file === null || file < date),
    notPersisted: again && !persisted && (file === null || isLongAgo),
    week: isLongAgo,
  };
  return BACKUP_REASONS.filter((reason) => reasons[reason]);
}
