import { useEffect, useMemo, useState } from 'react';
import { createMeasure, fontsReady } from '../../canvas/measure.ts';
import type { MeasureText } from '../../geometry/arrangement.ts';
import { layoutSheet, type MapSheet } from '../../export/sheet/layoutSheet.ts';
import { useCommands, useMap, useView } from '../kit/AppContext.tsx';
import { layersFor, useOut } from './outChoices.ts';

/** The map's sheet as it is chosen just now. Nothing is written back: a sheet moves nobody on the map. */
export function useSheet(measure: MeasureText): MapSheet {
  const { t } = useCommands();
  const map = useMap();
  const language = useView((view) => view.language);
  const choices = useOut();
  const { paper: size, turn, kind } = choices;
  const continues = kind !== 'picture';
  const { shown, roles, wishes, paper } = layersFor(choices, map);
  return useMemo(
    () =>
      layoutSheet({
        map,
        layers: { shown, roles, wishes, paper },
        paper: { size, turn },
        continues,
        language,
        measure,
        t,
      }),
    [map, shown, roles, wishes, paper, size, turn, continues, language, measure, t],
  );
}

/** Widths measured before the letters were there are those of another font: then once more. */
export function useMeasure(): MeasureText {
  const [measure, setMeasure] = useState<MeasureText>(createMeasure);
  useEffect(() => {
    // Nothing to wait for: the map on the screen has fetched them.
    if (!('fonts' in document) || document.fonts.check("600 14px 'Inter Variable'")) return;
    let isWaiting = true;
    void fontsReady().then(() => isWaiting && setMeasure(() => createMeasure()));
    return () => void (isWaiting = false);
  }, []);
  return measure;
}
