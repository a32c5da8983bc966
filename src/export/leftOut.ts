import { invitees, peopleInTray, peopleOnDrawing, sectorOf } from '../model/questions.ts';
import type { Meeting, NetworkMap, Person } from '../model/types.ts';

/** How many are in the map but not on a paper, and why: said on the screen, never on the paper. */
export type LeftOut = {
  readonly offPaper: number;
  /** In fields that are hidden. */
  readonly hidden: number;
  /** Not placed yet. */
  readonly tray: number;
};

const isInHiddenField = (map: NetworkMap, { id }: Person): boolean => sectorOf(map, id)?.hidden === true;

function count(map: NetworkMap, people: readonly Person[], tray: number): LeftOut {
  return {
    offPaper: people.filter(({ offPaper }) => offPaper).length,
    hidden: people.filter((person) => !person.offPaper && isInHiddenField(map, person)).length,
    tray,
  };
}

export const leftOutOfMap = (map: NetworkMap): LeftOut =>
  count(map, peopleOnDrawing(map), peopleInTray(map).filter(({ offPaper }) => !offPaper).length);

export const leftOutOfList = (map: NetworkMap, meeting: Meeting | null): LeftOut =>
  count(map, invitees(map, ['yes', 'maybe'], meeting), 0);
