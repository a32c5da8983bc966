import { type ShareChoice, shareCopy } from '../../document/shareCopy.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import type { NetworkMap, Person } from '../../model/types.ts';
import type { OutChoices } from './outChoices.ts';

export const SHARE_WORDS = {
  notes: 'out.file.share.notes',
  contacts: 'out.file.share.contacts',
  meetings: 'out.file.share.meetings',
  earlierDrawings: 'out.file.share.earlierDrawings',
  offPaper: 'out.file.share.offPaper',
} as const satisfies Record<keyof ShareChoice, PlainKey>;

export type FileContents = { readonly people: readonly Person[]; readonly also: readonly (keyof ShareChoice)[] };

/** Who is in a file, those on earlier drawings included, and what else goes along. */
export function fileContents(map: NetworkMap, { file, share }: Pick<OutChoices, 'file' | 'share'>): FileContents {
  const { people, drawings } = file === 'keep' ? map : shareCopy(map, share);
  const earlier = drawings.flatMap(({ frozen }) => Object.values(frozen?.people ?? {}));
  const others = earlier.filter(({ id }) => !(id in people));
  const byId = new Map([...Object.values(people), ...others].map((person) => [person.id, person]));
  const kinds = Object.keys(SHARE_WORDS) as (keyof typeof SHARE_WORDS)[];
  return { people: [...byId.values()], also: kinds.filter((kind) => file === 'keep' || share[kind]) };
}
