import { useRef } from 'react';
import type { CommandContext } from '../../commands/context.ts';
import { RELATION_KINDS, type RelationKind } from '../../model/types.ts';
import { TIE_WORDS } from '../../scene/words.ts';
import { useCommands, useMap, useView } from '../kit/AppContext.tsx';
import { useStandsIn } from '../kit/useStandsIn.ts';
import { CommandButton } from './CommandButton.tsx';
import { QuietHint, useHint } from './Hints.tsx';
import './HintBar.css';
import { TieSample } from './TieSample.tsx';

/** One quiet sentence on what the next tap does, and the way out of the tool. */
export function HintBar() {
  const context = useCommands();
  const map = useMap();
  const hint = useHint();
  const mode = useView((view) => view.mode);
  const selection = useView((view) => view.selection);
  const tieFrom = useView((view) => view.tieFrom);
  const said = useView((view) => view.announcement.text);
  const { t } = context;
  const nameOf = (id: string | null) => (id === null ? '' : (map.people[id as keyof typeof map.people]?.name ?? ''));
  const bar = useRef<HTMLDivElement>(null);
  useStandsIn('.map-screen', 'hint-bar', bar, mode !== 'person');
  if (mode === 'person') return hint && <QuietHint hint={hint} />;
  const names = selection.people.map(nameOf).join(', ');
  const words = {
    tie: tieFrom === null ? t('map.tie.first') : t('map.tie.second', { name: nameOf(tieFrom) }),
    ring: t('map.ring.hint'),
    invite: t('map.invite.hint'),
    move: t('map.move.hint', { name: names }),
  }[mode];
  return (
    <div ref={bar} className="hint-bar">
      <p>{words}</p>
      {mode === 'tie' && <TieKinds context={context} />}
      {mode === 'invite' && said === t('why.notInvitable') && <p className="quiet">{said}</p>}
      {mode === 'invite' && <CommandButton id="lens" />}
      <button
        type="button"
        className="plain-button"
        onClick={() => context.viewStore.getState().set({ mode: 'person', tieFrom: null })}
      >
        {t('map.done')}
      </button>
    </div>
  );
}

/** Which kind of line the next two taps draw. */
function TieKinds({ context }: { context: CommandContext }) {
  const kind = useView((view) => view.tieKind);
  const { t } = context;
  return (
    <label className="tie-kinds">
      <TieSample kind={kind} />
      <span className="visually-hidden">{t('map.tie.kind')}</span>
      <select
        value={kind}
        onChange={({ target }) => context.viewStore.getState().set({ tieKind: target.value as RelationKind })}
      >
        {RELATION_KINDS.map((each) => (
          <option key={each} value={each}>
            {t(TIE_WORDS[each])}
          </option>
        ))}
      </select>
    </label>
  );
}
