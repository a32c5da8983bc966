import { lazy, memo, type RefObject, Suspense, useEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { MapCanvas, MapCanvasPorts } from '../../canvas/createMapCanvas.ts';
import { dropPerson, wordsOf } from '../../commands/people.ts';
import { drawTie } from '../../commands/ties.ts';
import { currentDrawing } from '../../model/questions.ts';
import type { PersonId } from '../../model/types.ts';
import { type CommandContext, mapOf, viewOf } from '../../commands/context.ts';
import { readSettings } from '../../storage/settings.ts';
import { useCommands, useMap, useView } from '../kit/AppContext.tsx';
import { useStandsIn } from '../kit/useStandsIn.ts';
import { useMapScale } from '../settings/applySettings.ts';
import { AddHere } from './AddHere.tsx';
import { MapInWords } from './MapInWords.tsx';
import { GroupSheet } from './GroupSheet.tsx';
import { HintBar } from './HintBar.tsx';
import { pressOnMap } from './keys.ts';
import './MapScreen.css';
import { LensPanel } from '../meeting/LensPanel.tsx';
import { PersonSheet } from './PersonSheet.tsx';
import { SeveralSheet } from './SeveralSheet.tsx';
import { tapEgo, tapEmpty, tapPerson } from './taps.ts';
import { rehearseField } from './rehearseField.tsx';
import { focusSheet } from './sheetFocus.ts';
import { TieSheet } from './TieSheet.tsx';
import { Toolbar, ZoomButtons } from './Toolbar.tsx';
import { Tray } from './Tray.tsx';
import { useNameField } from './useNameField.ts';
import { isOverTray } from './useTrayDrag.ts';
import { useMapCanvas } from './useMapCanvas.ts';
import { prefersReducedMotion } from './useMapTheme.ts';
import { useStage } from './useStage.ts';

const PromptCard = lazy(async () => ({ default: (await import('../prompts/PromptCard.tsx')).PromptCard }));

/** How far a pointer travels before it is a drag, in pixels: as set for this device's hands; a mouse is steadier. */
function dragThreshold(pointerType: string): number {
  const finger = readSettings().dragThreshold;
  return pointerType === 'mouse' ? finger * 0.6 : finger;
}

/** The map is the screen; tools stand at its edge and step back. */
export function MapScreen() {
  const context = useCommands();
  const { t } = context;
  const svg = useRef<SVGSVGElement>(null);
  const screen = useRef<HTMLDivElement>(null);
  useStandsIn('.open-map-screen', 'map', screen);
  const scale = useMapScale();
  const box = useStage(svg, scale);
  const mapOnly = useView((view) => view.mapOnly);
  const inLens = useView((view) => view.lens !== null);
  const { newHere, open, type, cancel, leave } = useNameField(context);
  const ports = useMemo(() => canvasPorts(context, { open, leave }), [context, open, leave]);
  const canvas = useMapCanvas(svg, box, scale, ports);
  useRoomForSheet(canvas);
  useWayOut(context);
  useEffect(() => rehearseField(context), [context]);
  return (
    <div ref={screen} className="map-screen" data-map-only={mapOnly} data-lens={inLens}>
      {mapOnly && <h1 className="visually-hidden">{t('map.label')}</h1>}
      <svg
        ref={svg}
        className="map"
        data-map=""
        data-settled="false"
        aria-label={t('map.label')}
        aria-describedby="map-help"
      />
      <p id="map-help" className="visually-hidden">
        {t('map.help')}
      </p>
      <MapInWords />
      {!mapOnly && inLens && (
        <>
          <ZoomButtons />
          <LensPanel />
        </>
      )}
      {!mapOnly && !inLens && <Tools canvas={canvas} />}
      <div>
        {newHere && (
          <AddHere
            key={newHere.nth}
            place={newHere.place}
            client={newHere.client}
            onType={type}
            onAdd={leave}
            onCancel={cancel}
          />
        )}
      </div>
    </div>
  );
}

/**
 * What stands at the map's edge; nothing of it is asked again when only the picture changes. What comes and goes has a
 * place of its own: beside others it would make the browser look up the styles of the whole map (`* + *` in Designsystemet).
 */
const Tools = memo(function Tools({ canvas }: { readonly canvas: RefObject<MapCanvas | null> }) {
  return (
    <>
      <div>
        <HintBar />
      </div>
      <Toolbar />
      <div>
        <Tray canvas={canvas} threshold={dragThreshold} />
      </div>
      <ZoomButtons />
      <div>
        <OpenSheet />
      </div>
    </>
  );
});

/** The sheet of whatever is chosen; of nothing, the questions that somebody asked for. */
function OpenSheet() {
  const map = useMap();
  const { people, relation } = useView((view) => view.selection);
  const group = useView((view) => view.group);
  const mode = useView((view) => view.mode);
  if (mode === 'move' || mode === 'tie') return null;
  const present = people.filter((id) => id in map.people);
  const [only] = present;
  if (present.length > 1) return <SeveralSheet ids={present} />;
  if (only && mode !== 'ring') return <PersonSheet id={only} key={only} />;
  if (relation !== null && relation in currentDrawing(map).relations) return <TieSheet id={relation} />;
  return group === null ? <Prompts /> : <GroupSheet id={group} key={group} />;
}

/** The questions stand where a sheet about somebody would. */
function Prompts() {
  const isOpen = useView((view) => view.prompts.open && view.mode === 'person');
  return (
    isOpen && (
      <Suspense fallback={null}>
        <PromptCard onMap />
      </Suspense>
    )
  );
}

/** Escape puts a tool away, wherever the focus is, unless something else had a use for it. */
function useWayOut(context: CommandContext): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { mode, dialog, set } = viewOf(context);
      if (event.key === 'Escape' && !event.defaultPrevented && mode !== 'person' && dialog === null) {
        set({ mode: 'person', tieFrom: null });
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [context]);
}

const NOTHING_COVERED = { top: 0, right: 0, bottom: 0, left: 0 };

/** A sheet never covers the person it is about: the map makes way, just as far as it must, and comes back afterwards. */
function useRoomForSheet(canvas: ReturnType<typeof useMapCanvas>): void {
  const people = useView((view) => view.selection.people);
  useEffect(() => {
    const only = people.length === 1 ? people[0] : undefined;
    const sheet = document.querySelector('.map-screen .sheet')?.getBoundingClientRect();
    if (!only) canvas.current?.makeWayFor(null, NOTHING_COVERED);
    else if (sheet) {
      const isBelow = sheet.width > window.innerWidth * 0.8;
      canvas.current?.makeWayFor(only, {
        ...NOTHING_COVERED,
        ...(isBelow ? { bottom: sheet.height } : { right: sheet.width + 16 }),
      });
    }
  }, [canvas, people]);
}

type Field = Pick<ReturnType<typeof useNameField>, 'open' | 'leave'>;

/** What taps do; whatever is tapped, a name that was being written is put on the map first. */
function tapPorts(context: CommandContext, field: Field) {
  const { viewStore, mapStore } = context;
  return {
    onTapPerson: (id) => {
      field.leave();
      tapPerson(context, id, false);
    },
    onEnterPerson: (id, several) => {
      field.leave();
      if (viewOf(context).lens) {
        tapPerson(context, id, several);
        return;
      }
      flushSync(() => tapPerson(context, id, several));
      focusSheet();
    },
    onTapRelation: (id) => {
      field.leave();
      const { mode, tieFrom, lens, selectRelation } = viewOf(context);
      // In *Strek* too: a line that is there can be tapped, while no new one is begun.
      if (lens || !(mode === 'person' || (mode === 'tie' && tieFrom === null))) return;
      viewStore.setState({ mode: 'person' });
      selectRelation(id);
    },
    onTapGroup: (id) => {
      field.leave();
      if (viewOf(context).lens) return;
      viewOf(context).select([]);
      viewStore.setState({ group: id });
    },
    onTapEgo: () => {
      field.leave();
      tapEgo(context);
    },
    onTapEmpty: (place, client) => {
      field.leave();
      if (tapEmpty(context, place) !== 'add' || mapStore.getState().readOnly) return;
      // At once: a tablet shows its keyboard only for a field that is focused while the tap lasts.
      flushSync(() => field.open({ place, client }));
    },
  } satisfies Partial<MapCanvasPorts>;
}

/** How long somebody who is carried rests before it is said over which cell, in milliseconds. */
const REST = 250;

/** The lit cell answers the eye at once; what is said waits for a rest: nothing but the map is drawn while a finger moves. */
function sayAtRest(say: (text: string) => void) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let next = '';
  const wait = () => {
    clearTimeout(waiting);
    if (next === '') return;
    waiting = setTimeout(() => {
      say(next);
      next = '';
    }, REST);
  };
  return {
    over: (text: string) => {
      next = text;
      wait();
    },
    movedOn: wait,
  };
}

function canvasPorts(context: CommandContext, field: Field): MapCanvasPorts {
  const { t, mapStore } = context;
  const say = (text: string) => viewOf(context).announce(text);
  const rest = sayAtRest(say);
  const nameOf = (id: PersonId) => mapOf(context).people[id]?.name ?? '';
  return {
    // In *Slik blir møtet* one only looks.
    canEdit: () => !mapStore.getState().readOnly && viewOf(context).lens === null,
    lassoes: () => viewOf(context).mode === 'ring',
    ties: () => viewOf(context).mode === 'tie' && !mapStore.getState().readOnly && viewOf(context).lens === null,
    threshold: dragThreshold,
    reducedMotion: prefersReducedMotion,
    ...tapPorts(context, field),
    onTie: (from, to) => drawTie(context, from, to),
    onDrop: (id, place) => dropPerson(context, id, place),
    isOverTray,
    cellWords: (place) => t('spoken.over', wordsOf(context, place)),
    onHover: rest.over,
    onCarried: rest.movedOn,
    onLasso: (ids) => {
      viewOf(context).select(ids);
      say(t('spoken.selected', { count: ids.length }));
    },
    onBorder: (sector, degrees) => mapStore.getState().edit('moveSectorBorder', sector, degrees),
    onMoveStarted: (id) => {
      // Where they stand already is no news.
      rest.over('');
      say(t('spoken.moveStarted', { name: nameOf(id) }));
    },
    onMoveCancelled: (id) => say(t('spoken.moveCancelled', { name: nameOf(id) })),
    onCommandKey: (event, focus) => pressOnMap(context, event, focus),
    onFirstPicture: () => performance.mark('map:first'),
    onSettled: () => performance.mark('map:settled'),
  };
}
