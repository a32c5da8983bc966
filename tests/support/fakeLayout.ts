import { settleSpots } from '../../src/model/edits/people.ts';
import { currentDrawing } from '../../src/model/questions.ts';
import type { NetworkMap, PersonId, Spot } from '../../src/model/types.ts';

/** A layout without geometry: whoever has no spot gets one, and the more there are, the more the others give way. */
export function fakeLayout(map: NetworkMap): NetworkMap {
  const { places } = currentDrawing(map);
  const placed = Object.entries(places).flatMap(([id, place]) => (place === 'tray' ? [] : [{ id, spot: place.spot }]));
  const crowd = placed.length % 3;
  const spots = placed.flatMap(({ id, spot }): [PersonId, Spot][] =>
    spot && crowd > 0 ? [] : [[id as PersonId, { along: (id.length % 10) / 10, across: crowd / 3, by: 'layout' }]],
  );
  return settleSpots(map, new Map(spots));
}
