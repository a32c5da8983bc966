import type { PlainKey } from '../i18n/translate.ts';
import type { Answer, Asker, Means, NeedFlag, PlaceKind } from '../model/types.ts';

/** Complete tables: what can be answered does not compile until it has a word. */
export const ASKER_WORDS = {
  me: 'asker.me',
  leader: 'asker.leader',
  together: 'asker.together',
  other: 'asker.other',
} as const satisfies Record<Asker, PlainKey>;

export const MEANS_WORDS = {
  meet: 'means.meet',
  call: 'means.call',
  message: 'means.message',
  letter: 'means.letter',
  email: 'means.email',
  video: 'means.video',
} as const satisfies Record<Means, PlainKey>;

export const ANSWER_WORDS = {
  notAsked: 'answer.notAsked',
  asked: 'answer.asked',
  coming: 'answer.coming',
  unsure: 'answer.unsure',
  cannot: 'answer.cannot',
} as const satisfies Record<Answer, PlainKey>;

export const NEED_WORDS = {
  interpreter: 'need.interpreter',
  transport: 'need.transport',
  childcare: 'need.childcare',
  video: 'need.video',
} as const satisfies Record<NeedFlag, PlainKey>;

export const PLACE_WORDS = {
  myHome: 'meetingPlace.myHome',
  clinic: 'meetingPlace.clinic',
  municipality: 'meetingPlace.municipality',
  video: 'meetingPlace.video',
  other: 'meetingPlace.other',
} as const satisfies Record<PlaceKind, PlainKey>;
