import type { Label, MeasureText } from '../geometry/arrangement.ts';
import type { PersonId } from '../model/types.ts';
import type { MapColours } from '../scene/colours.ts';
import type { MapScene, PersonMark } from '../scene/types.ts';
import { drawNames } from './drawPeople.ts';
import { isCrowded, labelsOnZoom, labelUnder } from './labelsOnZoom.ts';
import { layerOf } from './layers.ts';
import { createMeasure } from './measure.ts';
import type { Sight } from './viewport.ts';

/**
 * The names of a map too full for all of them: more on zooming in, and always the name of whoever is chosen. A map whose
 * names all fit is left alone.
 */
export class CrowdedNames {
  readonly #root: SVGGElement;
  /** The svg on top: a chosen name lies over everything. */
  readonly #over: SVGGElement;
  #measure: MeasureText | null = null;

  constructor(root: SVGGElement, over: SVGGElement) {
    this.#root = root;
    this.#over = over;
  }

  /** Redraws the names that come, go or change size with the zoom; says what the scene is like then. */
  fit(scene: MapScene, fitted: MapScene, colours: MapColours, sight: Sight): MapScene {
    if (!isCrowded(fitted)) return fitted;
    const labels = this.#labelsAt(fitted, sight);
    const people = fitted.people.map((mark) => ({ ...mark, label: labels.get(mark.id) ?? null }));
    const changed = new Set(people.filter(({ label }, at) => label !== scene.people[at]?.label).map(({ id }) => id));
    drawNames(layerOf(this.#root, 'people'), people, changed, colours);
    return { ...fitted, people };
  }

  #labelsAt(fitted: MapScene, sight: Sight): ReadonlyMap<PersonId, Label | null> {
    if (!sight.isFitted) return labelsOnZoom(fitted, sight, this.#text());
    return new Map(fitted.people.map(({ id, label }) => [id, label]));
  }

  /** The names of those who are chosen and have none on the map. */
  showChosen(scene: MapScene, chosen: ReadonlySet<PersonId>, colours: MapColours, zoom: number): void {
    const marks = scene.people.flatMap((mark): PersonMark[] => {
      if (mark.label !== null || mark.name === '' || !chosen.has(mark.id)) return [];
      return [{ ...mark, label: labelUnder(mark, scene, zoom, this.#text()) }];
    });
    const layer = layerOf(this.#over, 'people');
    layer
      .selectAll<SVGGElement, PersonMark>('g[data-chosen-name]')
      .data(marks, ({ id }) => id)
      .join((enter) => {
        const g = enter.append('g').attr('data-chosen-name', '');
        g.append('g').attr('data-label', '').attr('translate', 'no');
        return g;
      })
      .attr('transform', ({ at }) => `translate(${at.x},${at.y})`);
    drawNames(layer, marks, null, colours, 'g[data-chosen-name]');
  }

  /** Before somebody is dragged: a name to take along, whether there is room for it or not. */
  nameToCarry(id: PersonId, scene: MapScene, colours: MapColours, zoom: number): void {
    this.showChosen(scene, new Set(), colours, zoom);
    const mark = scene.people.find((person) => person.id === id);
    if (!mark || mark.label !== null || mark.name === '') return;
    const named = { ...mark, label: labelUnder(mark, scene, zoom, this.#text()) };
    drawNames(layerOf(this.#root, 'people'), [named], null, colours);
  }

  /** Made when it is first needed: most maps never need it. */
  #text(): MeasureText {
    return (this.#measure ??= createMeasure());
  }
}
