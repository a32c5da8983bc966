import { COMMANDS, type CommandId, commandById } from '../../commands/table.ts';
import { EDIT_WORDS } from '../../commands/history.ts';
import { longDate } from '../../i18n/dates.ts';
import { currentDrawing } from '../../model/questions.ts';
import { selectRedoable, selectUndoable } from '../../store/mapStore.ts';
import { useCommands, useMap, useMapState, useT, useView } from '../kit/AppContext.tsx';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { SaveState } from './SaveState.tsx';
import { Segmented } from './Segmented.tsx';
import './topBar.css';

/** Where one is, whether it is kept, and what is always at hand. */
export function TopBar() {
  const { app } = useCommands();
  const t = useT();
  return (
    <header className="top-bar" aria-label={t('start.bar.label')}>
      <div className="top-bar-row">
        <div className="top-bar-where">
          <button type="button" className="bar-button" aria-label={t('map.back')} onClick={app.closeMap}>
            <Icon name="back" />
          </button>
          <Title />
        </div>
        <Screens />
        <div className="top-bar-tools">
          <HistoryButton id="undo" />
          <HistoryButton id="redo" />
          <BarButton id="print" icon="print" name={t(COMMANDS.print.name)} label={t('start.bar.print')} />
          <BarButton id="cover" icon="eyeOff" name={t(COMMANDS.cover.name)} label={t('guard.cover.short')} />
          <MoreMenu />
        </div>
      </div>
    </header>
  );
}

function Title() {
  const { viewStore } = useCommands();
  const t = useT();
  const map = useMap();
  const language = useView((view) => view.language);
  return (
    <div className="top-bar-title">
      <h1>
        <button
          type="button"
          title={t('start.bar.titleHint')}
          onClick={() => viewStore.getState().set({ dialog: 'settings' })}
        >
          {map.title === '' ? t('map.untitled') : <bdi translate="no">{map.title}</bdi>}
        </button>
      </h1>
      <p>
        <span className="top-bar-date">{longDate(language, currentDrawing(map).date)} · </span>
        <SaveState />
      </p>
    </div>
  );
}

function Screens() {
  const { viewStore } = useCommands();
  const t = useT();
  const screen = useView((view) => view.screen);
  return (
    <Segmented
      label={t('map.views')}
      value={screen}
      onChange={(next) => viewStore.getState().set({ screen: next })}
      options={[
        { value: 'map', label: t('map.view.map') },
        { value: 'list', label: t('map.view.list') },
        { value: 'meeting', label: t('map.view.meeting') },
      ]}
    />
  );
}

/** Undo and redo say what they would do. */
function HistoryButton({ id }: { id: 'undo' | 'redo' }) {
  const t = useT();
  const edit = useMapState(id === 'undo' ? selectUndoable : selectRedoable);
  const readOnly = useMapState((state) => state.readOnly);
  const label = t(id === 'undo' ? 'command.undo' : 'command.redo');
  const named = id === 'undo' ? 'edit.undoNamed' : 'edit.redoNamed';
  const name = edit ? t(named, { what: t(EDIT_WORDS[edit]) }) : label;
  return <BarButton id={id} icon={id} name={name} label={label} off={!edit || readOnly} />;
}

type BarButtonProps = {
  readonly id: CommandId;
  readonly icon: IconName;
  readonly name: string;
  readonly label: string;
  readonly off?: boolean;
};

/** Greyed with `aria-disabled`, so that the keyboard's place is not lost when there is nothing more to undo. */
function BarButton({ id, icon, name, label, off = false }: BarButtonProps) {
  const context = useCommands();
  return (
    <button
      type="button"
      className="bar-button"
      title={name}
      aria-label={name}
      aria-disabled={off}
      onClick={() => {
        if (!off) commandById(id).run(context);
      }}
    >
      <Icon name={icon} />
      <span aria-hidden="true">{label}</span>
    </button>
  );
}
