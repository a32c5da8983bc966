import type { list as nb } from '../nb/list.ts';

export const list = {
  'list.relationWords':
    'mum|dad|sister|brother|daughter|son|boyfriend or girlfriend|husband or wife|partner|former partner|step-parent|foster parent|grandparent|grandchild|aunt|uncle|cousin|niece|nephew|in-laws|friend|childhood friend|online friend|neighbour|coach|support contact|volunteer|colleague|boss|fellow student|teacher|doctor|psychologist|therapist|contact person|mental health worker|addiction counsellor|peer support worker|NAV adviser|guardian|child welfare|priest or someone to talk with|lawyer|other',
  'list.relation.suggestions': 'Suggestions',
  'list.support.toMe.given': '{name} supports me',
  'list.support.toMe.received': 'I support {name}',
  'list.support.toMe.mutual': 'We support each other',
  'list.lines.title': 'Who knows {name}?',
  'list.lines.nobody': 'There is nobody else on the map yet.',
  'list.lines.how': 'How are things between {from} and {to}?',
} as const satisfies Record<keyof typeof nb, string>;
