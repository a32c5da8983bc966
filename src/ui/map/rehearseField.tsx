import { createRoot } from 'react-dom/client';
import { screenPoint } from '../../geometry/frame.ts';
import type { CommandContext } from '../../commands/context.ts';
import { mapOf } from '../../commands/context.ts';
import { OpenMap } from '../kit/AppContext.tsx';
import { whenIdle } from '../kit/whenIdle.ts';
import { AddHere } from './AddHere.tsx';

const NOTHING = () => undefined;
let isRehearsed = false;

/**
 * Makes the name field once, in no page, when the browser has nothing else to do: what runs for the first time takes
 * three times as long, and it is what answers the first tap on a new map.
 */
export function rehearseField(context: CommandContext): void {
  if (isRehearsed) return;
  isRehearsed = true;
  whenIdle(() => {
    const { people, sectors } = mapOf(context);
    const sector = sectors[0]?.id;
    if (sector === undefined || Object.keys(people).length > 0) return;
    const root = createRoot(document.createElement('div'));
    const place = { sector, ring: 0, spot: null } as const;
    root.render(
      <OpenMap context={context}>
        <AddHere place={place} client={screenPoint(0, 0)} onType={NOTHING} onAdd={NOTHING} onCancel={NOTHING} />
      </OpenMap>,
    );
    whenIdle(() => root.unmount());
  });
}
