import { mapPoint, type MapPoint } from '../geometry/frame.ts';
import type { CellPlace, PersonId } from '../model/types.ts';
import type { MapColours } from '../scene/colours.ts';
import type { MapScene } from '../scene/types.ts';
import type { CrowdedNames } from './crowdedNames.ts';
import { type Lift, liftPerson } from './lift.ts';
import { TargetLight } from './target.ts';
import type { Sight } from './viewport.ts';

export type CarryingPorts = {
  readonly cellWords: (place: CellPlace) => string;
  /** The cell that somebody who is carried is over now; '' once they are over none. */
  readonly onHover: (words: string) => void;
  /** They have moved on, within a cell or to another. */
  readonly onCarried: () => void;
};

type Ground = {
  readonly root: SVGGElement;
  /** In the svg on top. */
  readonly over: SVGGElement;
  readonly names: CrowdedNames;
  readonly shown: () => { readonly scene: MapScene; readonly colours: MapColours } | null;
  readonly sight: () => Sight;
  readonly turned: () => boolean;
};

/** Who is in the air over the map: under a finger, and after that until the next picture says where they stand. */
export class Carrying {
  readonly #ground: Ground;
  readonly #ports: CarryingPorts;
  readonly #target: TargetLight;
  #lifted: Lift | null = null;
  /** Under a finger: a picture that comes meanwhile does not take them from it. */
  #held: { readonly id: PersonId; readonly at: MapPoint } | null = null;

  constructor(ground: Ground, ports: CarryingPorts) {
    this.#ground = ground;
    this.#ports = ports;
    this.#target = new TargetLight(ground.over, (place) => ports.cellWords(place));
  }

  get isCarrying(): boolean {
    return this.#lifted !== null;
  }

  /** Who is in the air, in their place on the map: there the keys find them. */
  originalOf(id: PersonId): SVGGElement | null {
    return this.#lifted?.id === id ? this.#lifted.original : null;
  }

  /** Takes somebody up for a drag: from now on they and their ties are drawn on top, and nothing else is. */
  lift(id: PersonId, at: MapPoint): void {
    const { root, over, names, sight } = this.#ground;
    const shown = this.#ground.shown();
    if (!shown) return;
    this.putBack();
    this.#held = { id, at };
    names.nameToCarry(id, shown.scene, shown.colours, sight().zoom);
    this.#lifted = liftPerson(root, over, shown.scene, id);
  }

  moveTo(at: MapPoint): void {
    if (this.#held) this.#held = { ...this.#held, at };
    this.#lifted?.moveTo(at);
  }

  /** Nobody is under a finger any more; whoever was stays where they are until the next picture. */
  letGo(): void {
    this.#held = null;
  }

  /** Shows everything where it stands. */
  putBack(): void {
    if (!this.#lifted) return;
    // The cell's name goes with them.
    this.#target.show(null);
    this.#lifted.putBack();
    this.#lifted = null;
  }

  /** There is another picture: whoever is still under a finger is taken up from it. */
  liftAgain(): void {
    if (!this.#held) return;
    const { id, at } = this.#held;
    this.lift(id, at);
    this.moveTo(at);
  }

  /** Lights the cell at a point and names it; null puts the light out. */
  light(at: MapPoint | null): void {
    const shown = this.#ground.shown();
    if (!shown) return;
    const { scene, colours } = shown;
    const person = this.#lifted?.person ?? null;
    const { turned, sight } = this.#ground;
    const over = { frame: scene.frame, colours, turned: turned(), stage: sight(), person };
    const words = this.#target.show(at && { ...over, at });
    if (words !== null) this.#ports.onHover(words);
    else if (at) this.#ports.onCarried();
  }

  /** Takes somebody up and puts them back before anything is painted: done for the first time it takes a whole frame. */
  rehearse(): void {
    const { root, over, shown } = this.#ground;
    const scene = shown()?.scene;
    const [first] = scene?.relations ?? [];
    if (!scene || !first || this.#lifted) return;
    const lifted = liftPerson(root, over, scene, first.from);
    lifted?.moveTo(mapPoint(0, 0));
    lifted?.putBack();
  }
}
