/** *Fjern overalt*: a person out of the whole document, and where the name still stands in what was written about others. */
import { produce } from 'immer';
import { removePeople } from './edits/people.ts';
import { LETTER_BLOCKS, type NetworkMap, type PersonId } from './types.ts';

/** What somebody has written in words of their own. The names of people are no text: two may have the same. */
const TEXTS: ReadonlySet<string> = new Set([
  'title',
  'label',
  'note',
  'relation',
  'madeBy',
  'madeWith',
  'time',
  'place',
  'leaders',
  'theme',
  'practical',
  'agreement',
  'calendarTitle',
  'nextNotes',
  'text',
  'replyTo',
  'askerName',
  'needs',
  'contact',
  'remark',
  'guardian',
  'matter',
  'who',
  ...LETTER_BLOCKS,
]);

/** What stands in the name's place. */
const GAP = '…';

/** The name as a word of its own, however it is capitalised: "Bo" is not in "bor". */
function wordOf(name: string): RegExp | null {
  const word = name.trim().replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return word === '' ? null : new RegExp(String.raw`(?<![\p{L}\p{N}])${word}(?![\p{L}\p{N}])`, 'giu');
}

/** Somebody called "Søster" is not named where another one is a sister. */
const isRole = (key: string, text: string, word: RegExp): boolean =>
  key === 'relation' && text.replace(word, '').trim() === '';

type Tree = { [key: string]: unknown };

/** Calls `found` for every text in which the word stands. */
function eachText(tree: Tree, word: RegExp, found: (text: string, put: (next: string) => void) => void): void {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'object' && value !== null && !(Array.isArray(value) && TEXTS.has(key))) {
      eachText(value as Tree, word, found);
    }
    if (!TEXTS.has(key)) continue;
    if (typeof value === 'string' && !isRole(key, value, word) && value.search(word) >= 0)
      found(value, (next) => (tree[key] = next));
    if (Array.isArray(value)) eachOf(value, word, found);
  }
}

function eachOf(list: unknown[], word: RegExp, found: Parameters<typeof eachText>[2]): void {
  for (const [index, value] of list.entries()) {
    if (typeof value === 'string' && value.search(word) >= 0) found(value, (next) => (list[index] = next));
  }
}

/** In how many texts about others, about the meeting or about the map the person's name stands. */
export function textsNaming(map: NetworkMap, id: PersonId): number {
  const word = wordOf(map.people[id]?.name ?? '');
  if (!word) return 0;
  let count = 0;
  eachText(removePeople(map, [id]) as unknown as Tree, word, () => (count += 1));
  return count;
}

/** Takes a person out of everything; with `texts` the name also out of what was written about others. */
export function removeEverywhere(map: NetworkMap, id: PersonId, texts: boolean): NetworkMap {
  const word = wordOf(map.people[id]?.name ?? '');
  const without = removePeople(map, [id]);
  return produce(without, (draft) => {
    // A matter that was theirs is nobody's now; a name written beside it goes with them.
    for (const [at, meeting] of map.meetings.entries()) {
      for (const [index, { whoId }] of meeting.followUps.entries()) {
        const followUp = draft.meetings[at]?.followUps[index];
        if (whoId === id && followUp) followUp.who = '';
      }
    }
    if (texts && word) {
      eachText(draft as unknown as Tree, word, (text, put) => put(text.replace(word, GAP)));
    }
  });
}
