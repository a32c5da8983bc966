import type { help as nb } from '../nb/help.ts';

export const help = {
  'help.title': 'Help',
  'help.add': 'Tap the map where someone belongs, and write a name. A first name or nickname is enough.',
  'help.move': 'Drag a person nearer or further away. Or tap them, and then “Move”.',
  'help.tie': 'Tap “Line”, then two who know each other. The same two again: the line is gone.',
  'help.ring': 'Tap “Ring around”, and draw round those who belong together.',
  'help.invite': 'Tap “Invite”, then those you want to have at the meeting.',
  'help.undo': 'Everything can be undone, in the order it was done.',
  'help.list': 'Everything can also be done without dragging: in “List”, and with the keyboard.',
  'help.names': 'Those you draw do not know that they are here.',
  'help.hurts':
    'If drawing hurts, take a break. You can talk to the meeting leader, your doctor, or Mental Helse, telephone 116 123. If it is urgent: out-of-hours doctor 116 117. Danger to life: 113.',
} as const satisfies Record<keyof typeof nb, string>;
