import type { keeping as nb } from '../nb/keeping.ts';

export const keeping = {
  'forget.command': 'Remove everywhere …',
  'forget.commandNamed': 'Remove {name} everywhere …',
  'forget.title': 'Remove everywhere',
  'forget.nobody': 'This person is no longer on the map.',
  'forget.ask': 'Do you want to take {name} out completely?',
  'forget.what':
    'The name, the notes, the lines, the invitation and everything else about this person go, from earlier maps and meetings too.',
  'forget.earlier': 'How the map was before is deleted: this person was there too.',
  'forget.noUndo': 'This can’t be undone. What you did before this can’t be undone afterwards either.',
  'forget.texts': {
    one: 'The name also stands in one text that you have written. Take it out there too',
    other: 'The name also stands in {count} texts that you have written. Take it out there too',
  },
  'forget.notReached': 'Prints, files that you have saved and what you have shared, you must delete yourself.',
  'forget.failed': 'It could not be saved. Nothing has been removed. Try again.',
  'forget.works': 'Removing …',
  'forget.yes': 'Remove everywhere',
  'forget.no': 'Keep',
  'forget.done': 'This person is now taken out.',
  'forget.done.drawings': { one: 'From one map', other: 'From {count} maps' },
  'forget.done.meetings': { one: 'From one meeting', other: 'From {count} meetings' },
  'forget.done.points': { one: 'One earlier map is deleted', other: '{count} earlier maps are deleted' },
  'forget.done.copies': 'What was saved before, and the second copy, are replaced',
  'forget.looked': 'We have looked: nothing about this person is stored here any more.',
  'forget.left': 'Something may still be stored here. Delete the whole map if you want to be sure.',
  'forget.close': 'Done',
} as const satisfies Record<keyof typeof nb, string | { one: string; other: string }>;
