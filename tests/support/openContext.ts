import type { AppPort, CommandContext } from '../../src/commands/context.ts';
import type { NetworkMap } from '../../src/model/types.ts';
import { createMapStore } from '../../src/store/mapStore.ts';
import { createViewStore } from '../../src/store/viewStore.ts';
import { WORDS } from './aMap.ts';

const notExpected = (name: string) => () => {
  throw new Error(`${name} was not expected`);
};

/** Real stores round a map, and an app that does only what a test hands in. */
export function openContext(map: NetworkMap, app: Partial<AppPort> = {}): CommandContext {
  let count = 0;
  return {
    mapStore: createMapStore({ map, rev: 0, readOnly: false, settle: (settled) => settled }),
    viewStore: createViewStore('nb'),
    newId: (prefix) => `${prefix}-new${(count += 1)}`,
    t: WORDS.nb,
    app: {
      closeMap: notExpected('closeMap'),
      openFile: notExpected('openFile'),
      chooseFile: notExpected('chooseFile'),
      setLanguage: notExpected('setLanguage'),
      guard: { cover: () => {}, talking: () => false, setTalking: () => {}, handOver: null },
      copyMade: notExpected('copyMade'),
      contentWidths: () => ({ spans: [100, 65, 65, 65, 65], ringWidths: [0.4, 0.3, 0.3] }),
      setSettle: () => {},
      setContentWidths: () => {},
      layOut: (_, act) => act(),
      setLayOut: () => {},
      setCanvas: () => {},
      ...app,
    },
    canvas: () => null,
  };
}
