import { select } from 'd3-selection';
import { type Frame, mapPoint, type MapPoint, type ScreenPoint } from '../geometry/frame.ts';
import type { CellPlace, PersonId } from '../model/types.ts';
import type { MapColours } from '../scene/colours.ts';
import type { MapScene } from '../scene/types.ts';
import { drawHandles } from './drawHandles.ts';
import { Carrying, type CarryingPorts } from './carrying.ts';
import { CrowdedNames } from './crowdedNames.ts';
import { EGO_BUTTON, nameEgo } from './egoButton.ts';
import { cellsOf, drawMap } from './drawMap.ts';
import { TOUCH_RADIUS } from './drawPeople.ts';
import { type Emphasis, showEmphasis } from './emphasis.ts';
import { FONT_FAMILY, layerOf } from './layers.ts';
import { moverOf, personElement } from './moving.ts';
import { placeAt } from './target.ts';
import { type Moves, tween } from './tween.ts';
import { createViewport, type Viewport } from './viewport.ts';
import { write } from './write.ts';

export type SurfacePorts = CarryingPorts & {
  readonly canEdit: () => boolean;
  readonly reducedMotion: () => boolean;
  readonly onFirstPicture: () => void;
  readonly onSettled: () => void;
};

const SVG = 'http://www.w3.org/2000/svg';
const NOTHING_CHOSEN: Emphasis = { people: [], relation: null, faded: null };
/** A picture in which people move less than this is shown at once. */
const STILL = 0.5;
/** Nearer the edge than this, somebody who has the keys is not well in sight, in pixels. */
const EDGE = 20;

/** The drawn map: what stands on it just now, and how it lies in its svg. Gestures and keys work on it. */
export class Surface {
  readonly viewport: Viewport;
  /** Who is carried over the map. */
  readonly air: Carrying;
  private readonly root: SVGGElement;
  /** A transparent svg on top, for what moves with a finger. */
  private readonly over: SVGSVGElement;
  private readonly overRoot: SVGGElement;
  /** `fitted` is the scene as it was handed in; `scene` has the names for which there is room at this zoom. */
  private shown: { readonly scene: MapScene; readonly fitted: MapScene; readonly colours: MapColours } | null = null;
  private readonly names: CrowdedNames;
  private emphasis = NOTHING_CHOSEN;
  /** Whoever the arrow keys stand on: the map's one Tab stop. */
  private focus: PersonId | 'ego' | null = null;
  private stopTween = () => {};
  private isTurned = false;
  private isResting = false;
  private isAwaiting = false;
  private readonly svg: SVGSVGElement;
  private readonly idPrefix: string;
  private readonly ports: SurfacePorts;

  constructor(svg: SVGSVGElement, idPrefix: string, ports: SurfacePorts) {
    this.svg = svg;
    this.idPrefix = idPrefix;
    this.ports = ports;
    // What holds buttons is no picture; and no application, or screen readers would lose their own keys.
    svg.setAttribute('role', 'group');
    this.root = select(svg).append('g').attr('data-viewport', '').node() as SVGGElement;
    this.over = svg.ownerDocument.createElementNS(SVG, 'svg');
    this.over.setAttribute('class', 'map map-over');
    this.over.setAttribute('aria-hidden', 'true');
    svg.after(this.over);
    this.overRoot = select(this.over).append('g').attr('font-family', FONT_FAMILY).node() as SVGGElement;
    this.names = new CrowdedNames(this.root, this.overRoot);
    this.viewport = createViewport(svg, [this.root, this.overRoot]);
    this.air = new Carrying(
      {
        root: this.root,
        over: this.overRoot,
        names: this.names,
        shown: () => this.shown,
        sight: () => this.viewport.inSight(),
        turned: () => this.isTurned,
      },
      ports,
    );
  }

  get scene(): MapScene | null {
    return this.shown?.scene ?? null;
  }

  get frame(): Frame | null {
    return this.shown?.scene.frame ?? null;
  }

  get turned(): boolean {
    return this.isTurned;
  }

  /** Who has the keys: whoever had them, else the first one there. */
  get focused(): PersonId | 'ego' | null {
    if (this.focus === 'ego') return 'ego';
    const people = this.scene?.people ?? [];
    return people.some(({ id }) => id === this.focus) ? this.focus : (people[0]?.id ?? null);
  }

  /** Shows a scene; whoever stands elsewhere than before glides there, so that one sees where they went. */
  show(scene: MapScene, colours: MapColours): void {
    this.stopTween();
    const before = this.scene;
    this.shown = { scene, fitted: scene, colours };
    // The stage may have another size by now: ego stands in its middle, or as far from it as before.
    this.viewport.panBy(0, 0);
    this.draw();
    if (!before) this.ports.onFirstPicture();
    const moves: Moves = before && !this.ports.reducedMotion() ? movesBetween(before, scene) : new Map();
    if (moves.size === 0) {
      this.markSettled(true);
      return;
    }
    this.markSettled(false);
    const move = moverOf(this.root, scene);
    move(new Map([...moves].map(([id, { from }]) => [id, from])));
    this.stopTween = tween(moves, move, () => {
      this.draw();
      this.markSettled(true);
    });
  }

  /** Draws the scene as it is: also how a cancelled gesture leaves no trace. */
  draw(): void {
    if (!this.shown) return;
    this.air.putBack();
    const { scene, colours } = this.shown;
    drawMap(this.root, scene, colours, this.idPrefix);
    nameEgo(layerOf(this.root, 'ego'), scene.ego);
    // A map without anybody is a Tab stop itself: N adds the first one. Else the focus comes to it only when it is lost.
    const tabindex = scene.people.length === 0 ? '0' : '-1';
    // Written over, the browser looks whether the focus may stay, and lays out the whole page for it.
    if (this.svg.getAttribute('tabindex') !== tabindex) this.svg.setAttribute('tabindex', tabindex);
    drawHandles(layerOf(this.root, 'rim'), this.ports.canEdit() ? scene.sectors : [], colours);
    this.drawEmphasis();
    this.viewEnded();
    this.air.liftAgain();
  }

  emphasise(emphasis: Emphasis): void {
    const { people, relation, faded } = this.emphasis;
    // Drawn with the picture already: all ties and people are looked at for it.
    if (people === emphasis.people && relation === emphasis.relation && faded === emphasis.faded) return;
    this.emphasis = emphasis;
    this.drawEmphasis();
  }

  standOn(id: PersonId | 'ego'): void {
    this.focus = id;
    this.drawEmphasis();
  }

  focusPerson(id: PersonId | 'ego'): void {
    this.standOn(id);
    this.elementOf(id)?.focus({ preventScroll: true });
  }

  /** Somebody the keys have come to is in sight, and under no tool. */
  showFocused(): void {
    const at = this.atOf(this.focused);
    if (!at) return;
    const { x, y } = this.viewport.toClient(at);
    const { left, top, right, bottom } = this.svg.getBoundingClientRect();
    const isIn = x > left + EDGE && x < right - EDGE && y > top + EDGE && y < bottom - EDGE;
    if (isIn && this.svg.contains(this.svg.ownerDocument.elementFromPoint(x, y))) return;
    this.viewport.panBy((left + right) / 2 - x, (top + bottom) / 2 - y);
    this.viewEnded();
  }

  /** The focus has come to an element of the map some other way: by Tab, or by a screen reader. */
  focusMoved(to: EventTarget | null): void {
    const mark = to instanceof Element ? to.closest('[data-person-id], [data-ego]') : null;
    const id = mark?.hasAttribute('data-ego') ? 'ego' : mark?.getAttribute('data-person-id');
    if (!id) return;
    if (id !== this.focus) {
      this.focus = id as PersonId | 'ego';
      this.drawEmphasis();
    }
    if (to instanceof Element && to.matches(':focus-visible')) this.showFocused();
  }

  setTurned(turned: boolean): void {
    this.isTurned = turned;
    this.viewport.setTurned(turned);
    this.viewEnded();
  }

  /** What depends on the view and can wait until pan or pinch has ended: finger-sized targets, names, the cells for checks. */
  viewEnded(): void {
    if (!this.shown) return;
    const zoom = this.viewport.zoom();
    const { frame, symbolRadius } = this.shown.scene;
    const radii = frame.radii.map((radius) => radius * zoom);
    this.svg.setAttribute('data-cells', cellsOf({ ...frame, radii }, this.viewport.centre()));
    layerOf(this.root, 'people')
      .selectAll<SVGCircleElement, unknown>('circle[data-hit]')
      .each(write('r', Math.max(TOUCH_RADIUS / zoom, symbolRadius)));
    const { scene, fitted, colours } = this.shown;
    this.shown = { ...this.shown, scene: this.names.fit(scene, fitted, colours, this.viewport.inSight()) };
    this.nameChosen();
  }

  /** Moves people while a gesture lasts, without touching the scene. */
  movePeople(at: ReadonlyMap<PersonId, MapPoint>): void {
    if (this.shown) moverOf(this.root, this.shown.scene)(at);
  }

  /** Readies a drag and a picture after it: what runs for the first time takes a whole frame. */
  rehearse(): void {
    if (this.air.isCarrying) return;
    this.air.rehearse();
    // A drawing over what is drawn already: nothing in the page is written.
    this.draw();
  }

  /**
   * Makes where the finger left somebody the place from which the next picture's tween begins.
   * @returns draws them where they stood, if there has been no other picture since
   */
  leaveAt(id: PersonId, at: MapPoint): () => void {
    const { shown } = this;
    if (shown) {
      const people = shown.scene.people.map((person) => (person.id === id ? { ...person, at } : person));
      this.shown = { ...shown, scene: { ...shown.scene, people } };
    }
    const left = this.shown;
    return () => {
      if (this.shown !== left) return;
      this.shown = shown;
      this.draw();
    };
  }

  /** The line a finger draws: round people, or the new border of a sector. */
  drawStroke(points: readonly MapPoint[]): void {
    layerOf(this.overRoot, 'over')
      .selectAll('path[data-stroke]')
      .data(points.length > 1 ? [points] : [])
      .join('path')
      .attr('data-stroke', '')
      .attr('d', `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`)
      .attr('fill', 'none')
      .attr('stroke', this.shown?.colours.ink ?? 'currentColor')
      .attr('stroke-width', 2 / this.viewport.zoom())
      .attr('stroke-dasharray', '6 5');
  }

  placeAtClient(client: ScreenPoint): CellPlace | null {
    return this.shown ? placeAt(this.shown.scene.frame, this.viewport.toMap(client)) : null;
  }

  destroy(): void {
    this.stopTween();
    this.root.remove();
    this.over.remove();
  }

  /** What has the focus when somebody has the keys. */
  private elementOf(id: PersonId | 'ego'): SVGElement | null {
    if (id === 'ego') return this.root.querySelector<SVGElement>(EGO_BUTTON);
    const person = this.air.originalOf(id) ?? personElement(layerOf(this.root, 'people').node(), id);
    return person?.querySelector<SVGGElement>('g[data-button]') ?? null;
  }

  private atOf(id: PersonId | 'ego' | null): MapPoint | null {
    if (id === 'ego') return mapPoint(0, 0);
    return this.scene?.people.find((mark) => mark.id === id)?.at ?? null;
  }

  private drawEmphasis(): void {
    if (!this.shown) return;
    showEmphasis(this.root, this.shown.scene, this.shown.colours, this.emphasis, this.focused);
    this.nameChosen();
  }

  /** Whoever is chosen or was touched has a name, on the fullest map too. */
  private nameChosen(): void {
    if (!this.shown) return;
    const chosen = new Set(this.emphasis.people);
    if (this.focus !== null && this.focus !== 'ego') chosen.add(this.focus);
    this.names.showChosen(this.shown.scene, chosen, this.shown.colours, this.viewport.zoom());
  }

  /** A better picture is on its way: the one that is shown can be used, but is not the last. */
  setAwaiting(isAwaiting: boolean): void {
    this.isAwaiting = isAwaiting;
    this.markSettled(this.isResting);
  }

  private markSettled(isResting: boolean): void {
    this.isResting = isResting;
    const isSettled = isResting && !this.isAwaiting;
    this.svg.setAttribute('data-settled', String(isSettled));
    if (isSettled) this.ports.onSettled();
  }
}

function movesBetween(before: MapScene, next: MapScene): Moves {
  const old = new Map(before.people.map(({ id, at }) => [id, at]));
  return new Map(
    next.people.flatMap(({ id, at }) => {
      const from = old.get(id);
      const isMoved = from && Math.hypot(at.x - from.x, at.y - from.y) > STILL;
      return isMoved ? [[id, { from: mapPoint(from.x, from.y), to: at }] as const] : [];
    }),
  );
}
