import { type Draft, produce } from 'immer';
import { makeWhole, SMALLEST_SPAN, SMALLEST_WIDTH } from '../limits.ts';
import { presetSectors, type SectorPreset } from '../presets.ts';
import { MAX_SECTORS, MIN_SPAN, type NetworkMap, type Sector, type SectorId } from '../types.ts';

/** Where the people of a removed sector or ring go. */
export type Destination = SectorId | 'tray';

export function renameSector(map: NetworkMap, id: SectorId, name: string | null): NetworkMap {
  return produce(map, (draft) => {
    const sector = draft.sectors.find((one) => one.id === id);
    if (sector) sector.name = name === '' ? null : name;
  });
}

/** Hides a sector and its people from map and paper, or shows them again; the last one shown stays. */
export function setSectorHidden(map: NetworkMap, id: SectorId, hidden: boolean): NetworkMap {
  return produce(map, (draft) => {
    const sector = draft.sectors.find((one) => one.id === id);
    if (!sector || sector.hidden === hidden) return;
    const others = draft.sectors.filter((one) => one.id !== id && !one.hidden);
    if (hidden && others.length === 0) return;
    sector.hidden = hidden;
    if (!hidden) sector.span = 360 / (others.length + 1);
    shareTurn(draft, id);
  });
}

export function addSector(map: NetworkMap, sector: Omit<Sector, 'span' | 'hidden'>): NetworkMap {
  return produce(map, (draft) => {
    if (draft.sectors.length >= MAX_SECTORS || draft.sectors.some(({ id }) => id === sector.id)) return;
    const shown = draft.sectors.filter(({ hidden }) => !hidden).length;
    draft.sectors.push({ ...sector, span: 360 / (shown + 1), hidden: false });
    shareTurn(draft, sector.id);
  });
}

/** Removes a sector from the map; its people, in every drawing that is not frozen, go where the user says. */
export function removeSector(map: NetworkMap, id: SectorId, to: Destination): NetworkMap {
  const shownLeft = map.sectors.filter((sector) => sector.id !== id && !sector.hidden);
  const isField = (wanted: Destination) => map.sectors.some((sector) => sector.id === wanted);
  const canGo = to === 'tray' || (to !== id && isField(to));
  if (!isField(id) || shownLeft.length === 0 || !canGo) return map;
  return produce(map, (draft) => {
    draft.sectors = draft.sectors.filter((sector) => sector.id !== id);
    movePeopleBetween(draft, (sector) => (sector === id ? to : null));
    shareTurn(draft, null);
  });
}

/** Puts a sector elsewhere in the order round the map; its people, hue and width come along. */
export function reorderSector(map: NetworkMap, id: SectorId, index: number): NetworkMap {
  const from = map.sectors.findIndex((sector) => sector.id === id);
  if (from < 0 || from === index || index < 0 || index >= map.sectors.length) return map;
  return produce(map, (draft) => {
    const [sector] = draft.sectors.splice(from, 1);
    if (sector) draft.sectors.splice(index, 0, sector);
  });
}

/** Moves the border between a shown sector and the next one by some degrees; neither becomes too narrow. */
export function moveSectorBorder(map: NetworkMap, id: SectorId, degrees: number): NetworkMap {
  if (Number.isNaN(degrees)) return map;
  return produce(map, (draft) => {
    const shown = draft.sectors.filter(({ hidden }) => !hidden);
    const at = shown.findIndex((sector) => sector.id === id);
    const sector = shown[at];
    const next = shown[(at + 1) % shown.length];
    if (!sector || !next || sector === next) return;
    const both = sector.span + next.span;
    const span = Math.min(both - MIN_SPAN, Math.max(MIN_SPAN, sector.span + degrees));
    if (both < 2 * MIN_SPAN || span === sector.span) return;
    sector.span = span;
    next.span = both - span;
    draft.widths = 'user';
  });
}

/** Another set of sectors: people go to the sector of the same kind, the rest to the tray. */
export function usePreset(map: NetworkMap, preset: SectorPreset): NetworkMap {
  const fresh = presetSectors(preset);
  return produce(map, (draft) => {
    const kindOf = new Map(draft.sectors.map(({ id, kind }) => [id, kind]));
    const byKind = new Map(fresh.map(({ id, kind }) => [kind, id]));
    const nameOf = new Map(draft.sectors.map(({ kind, name }) => [kind, name]));
    movePeopleBetween(draft, (sector) => {
      const to = byKind.get(kindOf.get(sector) ?? 'own') ?? 'tray';
      return to === sector && to !== 'tray' ? null : to;
    });
    draft.sectors = fresh.map((sector) => ({ ...sector, name: nameOf.get(sector.kind) ?? null }));
    draft.widths = 'standard';
  });
}

/** `destination` answers null for a field whose people stay: one from a file may itself be called "tray". */
function movePeopleBetween(draft: Draft<NetworkMap>, destination: (sector: SectorId) => Destination | null): void {
  for (const drawing of draft.drawings) {
    if (drawing.frozen) continue;
    for (const [id, place] of Object.entries(drawing.places)) {
      if (place === 'tray') continue;
      const to = destination(place.sector);
      if (to === null) continue;
      const key = id as keyof typeof drawing.places;
      drawing.places[key] = to === 'tray' ? 'tray' : { sector: to, ring: place.ring, spot: null };
    }
  }
}

/** Lets the shown sectors fill the turn: equal where nobody has chosen widths, else in proportion while all have room. */
function shareTurn(draft: Draft<NetworkMap>, keep: SectorId | null): void {
  const shown = draft.sectors.filter(({ hidden }) => !hidden);
  if (draft.widths === 'standard') {
    for (const sector of shown) sector.span = 360 / shown.length;
    return;
  }
  const kept = shown.find(({ id }) => id === keep);
  const others = shown.filter((sector) => sector !== kept);
  const rest = 360 - (kept?.span ?? 0);
  const sum = others.reduce((total, { span }) => total + span, 0);
  for (const sector of others) sector.span = sum > 0 ? (sector.span / sum) * rest : rest / others.length;
  if (shown.some(({ span }) => span < SMALLEST_SPAN)) for (const sector of shown) sector.span = 360 / shown.length;
}

/** All widths at once: standard ones, or those that the layout found by content. Those that make no whole change nothing. */
export function setWidths(
  map: NetworkMap,
  spans: readonly number[],
  ringWidths: readonly number[],
  by: 'standard' | 'user' | 'content',
): NetworkMap {
  const sectors = map.sectors.map((sector, index) => ({ ...sector, span: spans[index] ?? sector.span }));
  const rings = map.rings.map((ring, index) => ({ ...ring, width: ringWidths[index] ?? ring.width }));
  const shown = sectors.flatMap(({ hidden, span }) => (hidden ? [] : [span]));
  const widths = rings.map(({ width }) => width);
  // A hidden field waits with any width, as long as it is one.
  const areWidths = spans.every((span) => span >= 0 && span <= 360);
  if (!areWidths || !makeWhole(shown, 360, SMALLEST_SPAN) || !makeWhole(widths, 1, SMALLEST_WIDTH)) return map;
  return { ...map, sectors, rings, widths: by };
}
