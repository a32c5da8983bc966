import { useEffect, useId, useRef } from 'react';
import { drawMap } from '../../canvas/drawMap.ts';
import { createMeasure } from '../../canvas/measure.ts';
import { makePicture } from '../../canvas/picture.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { NetworkMap } from '../../model/types.ts';
import { mapOnScreen } from '../../scene/pictured.ts';
import { useMapColours } from './useMapTheme.ts';

/** Laid out as on a screen and shown small: one recognises the shape of the map, not the names. */
const STAGE = { width: 720, height: 720 };

export function MapThumbnail({ map, t, size = 96 }: { map: NetworkMap; t: Translate; size?: number }) {
  const root = useRef<SVGGElement>(null);
  const id = useId();
  const colours = useMapColours();
  useEffect(() => {
    if (!root.current) return;
    const stage = { ...STAGE, oval: false };
    const { scene } = makePicture({ map, layers: mapOnScreen(map), stage, measure: createMeasure(), t });
    const people = scene.people.map((person) => ({ ...person, label: null, wish: null }));
    drawMap(root.current, { ...scene, people, rings: scene.rings.map((ring) => ({ ...ring, name: '' })) }, colours, id);
  }, [map, t, colours, id]);
  return (
    <svg width={size} height={size} viewBox="-360 -360 720 720" aria-hidden="true" className="map-thumbnail">
      <g ref={root} />
    </svg>
  );
}
