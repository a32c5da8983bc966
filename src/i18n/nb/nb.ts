import { commands } from './commands.ts';
import { edits } from './edits.ts';
import { failures } from './failures.ts';
import { guard } from './guard.ts';
import { help } from './help.ts';
import { keeping } from './keeping.ts';
import { letter } from './letter.ts';
import { list } from './list.ts';
import { map } from './map.ts';
import { meeting } from './meeting.ts';
import { out } from './out.ts';
import { prompts } from './prompts.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { terms } from './terms.ts';

export const nb = {
  ...commands,
  ...edits,
  ...failures,
  ...guard,
  ...help,
  ...keeping,
  ...letter,
  ...list,
  ...map,
  ...meeting,
  ...out,
  ...prompts,
  ...settings,
  ...start,
  ...terms,
} as const;
