import { has, lastOfToday } from '../model/invariants.ts';
import type {
  Drawing,
  FollowUp,
  Invitation,
  Meeting,
  NetworkMap,
  Person,
  PersonId,
  RelationId,
} from '../model/types.ts';

/** What goes along in a file to share; what is not named stays here, but for the meetings. */
export type ShareChoice = {
  /** Notes on people and invitations, and for the next meeting. */
  readonly notes: boolean;
  /** How to reach people, and the telephone number for answers. */
  readonly contacts: boolean;
  /** All drawings; otherwise the current one and the people on it. */
  readonly earlierDrawings: boolean;
  /** People who are marked as being on the map but not on paper. */
  readonly offPaper: boolean;
  readonly meetings?: boolean;
};

type IsKept = (id: string) => boolean;

/**
 * The map as it is handed to somebody else. Of whom stays behind no trace is left that the map knows of: lines, groups,
 * invitations, follow-ups and their own name as the asker. Free text is left as written: it can name anybody.
 */
export function shareCopy(map: NetworkMap, choice: ShareChoice): NetworkMap {
  const current = lastOfToday(map) ?? map.drawings.at(-1);
  const shared = choice.earlierDrawings || !current ? map.drawings : [current];
  const isHidden = hiddenPeople(map, choice);
  const isOnDrawing: IsKept = (id) => choice.earlierDrawings || !current || has(current.places, id);
  const isKept: IsKept = (id) => has(map.people, id) && !isHidden(id) && isOnDrawing(id);
  const names = new Set(namesOf(map, (id) => !isKept(id)));
  const drawings = shared.map((drawing) =>
    copyDrawing(drawing, drawing.frozen ? (id) => !isHidden(id) : isKept, choice),
  );
  const meetings = choice.meetings === false ? [] : map.meetings;
  return {
    ...map,
    people: copyPeople(map.people, isKept, choice),
    drawings,
    meetings: meetings.map((meeting) => copyMeeting(meeting, { isKept, names, choice, drawings })),
  };
}

/** What is said of somebody now holds for earlier pictures too; who is only on those is as marked there. */
function hiddenPeople(map: NetworkMap, { offPaper }: ShareChoice): IsKept {
  const hidden = new Set<string>();
  if (offPaper) return () => false;
  const marked = (people: readonly Person[]) => people.filter((person) => person.offPaper).map(({ id }) => id);
  for (const { frozen } of map.drawings) {
    for (const id of marked(Object.values(frozen?.people ?? {}))) if (!has(map.people, id)) hidden.add(id);
  }
  for (const id of marked(Object.values(map.people))) hidden.add(id);
  return (id) => hidden.has(id);
}

const namesOf = (map: NetworkMap, isWanted: IsKept): string[] =>
  Object.values(map.people)
    .filter(({ id }) => isWanted(id))
    .map(({ name }) => name.trim())
    .filter((name) => name !== '');

const only = <Key extends string, Value>(record: Readonly<Record<Key, Value>>, isWanted: (key: Key) => boolean) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => isWanted(key as Key))) as Record<Key, Value>;

const copyEach = <Key extends string, Value>(record: Readonly<Record<Key, Value>>, copy: (value: Value) => Value) =>
  Object.fromEntries(Object.entries<Value>(record).map(([key, value]) => [key, copy(value)])) as Record<Key, Value>;

const copyPeople = (people: Readonly<Record<PersonId, Person>>, isKept: IsKept, { notes }: ShareChoice) =>
  copyEach(only(people, isKept), (person) => (notes ? person : { ...person, note: '' }));

function copyDrawing(drawing: Drawing, isKept: IsKept, choice: ShareChoice): Drawing {
  const { relations, groups, frozen } = drawing;
  const isKeptEnd = (id: string) => id === 'ego' || isKept(id);
  const members = copyEach(groups, (group) => ({ ...group, members: group.members.filter(isKept) }));
  return {
    ...drawing,
    places: only(drawing.places, isKept),
    relations: only(relations, (id: RelationId) => relations[id]?.between.every(isKeptEnd) ?? false),
    groups: only(members, (id) => (members[id]?.members.length ?? 0) > 0),
    frozen: frozen && { ...frozen, people: copyPeople(frozen.people, isKept, choice) },
  };
}

type MeetingCopy = {
  readonly isKept: IsKept;
  /** Of those who stay behind. */
  readonly names: ReadonlySet<string>;
  readonly choice: ShareChoice;
  readonly drawings: readonly Drawing[];
};

function copyMeeting(meeting: Meeting, copy: MeetingCopy): Meeting {
  const { choice, drawings, isKept } = copy;
  const isThere = drawings.some(({ id }) => id === meeting.drawing);
  return {
    ...meeting,
    drawing: isThere ? meeting.drawing : (drawings.at(-1)?.id ?? meeting.drawing),
    nextNotes: choice.notes ? meeting.nextNotes : '',
    letter: choice.contacts ? meeting.letter : { ...meeting.letter, replyPhone: '' },
    invitations: copyEach(only(meeting.invitations, isKept), (invitation) => copyInvitation(invitation, copy)),
    followUps: meeting.followUps.filter((followUp) => isFollowUpKept(followUp, copy)),
  };
}

function copyInvitation(invitation: Invitation, { isKept, names, choice }: MeetingCopy): Invitation {
  const { askedWith, askerName, contact, remark } = invitation;
  return {
    ...invitation,
    askedWith: askedWith !== null && isKept(askedWith) ? askedWith : null,
    askerName: names.has(askerName.trim()) ? '' : askerName,
    contact: choice.contacts ? contact : '',
    remark: choice.notes ? remark : '',
  };
}

const isFollowUpKept = ({ whoId, who }: FollowUp, { isKept, names }: MeetingCopy): boolean =>
  (whoId === null || isKept(whoId)) && !names.has(who.trim());
