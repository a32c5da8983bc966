import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import type { AppPort, CommandContext } from '../../src/commands/context.ts';
import { mapOf } from '../../src/commands/context.ts';
import { en } from '../../src/i18n/en/en.ts';
import { nb } from '../../src/i18n/nb/nb.ts';
import { nn } from '../../src/i18n/nn/nn.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { createTranslate } from '../../src/i18n/translate.ts';
import { addPeople } from '../../src/model/edits/people.ts';
import { newMap } from '../../src/model/newMap.ts';
import { peopleOnDrawing } from '../../src/model/questions.ts';
import type { NetworkMap, Person, PersonId, Place, SectorId } from '../../src/model/types.ts';
import { createMapStore } from '../../src/store/mapStore.ts';
import { createViewStore } from '../../src/store/viewStore.ts';
import { OpenMap } from '../../src/ui/kit/AppContext.tsx';

// Looking for roles among all of a screen takes jsdom long on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const MESSAGES = { nb, nn, en };

function counter() {
  let count = 0;
  return (prefix: string) => `${prefix}-new${(count += 1)}`;
}

/** An app round the map that does nothing; a test hands in what it listens to. */
const QUIET_APP: AppPort = {
  closeMap: () => {},
  openFile: () => Promise.resolve(),
  chooseFile: () => {},
  setLanguage: () => {},
  guard: { cover: () => {}, talking: () => false, setTalking: () => {}, handOver: null },
  copyMade: () => {},
  contentWidths: ({ sectors, rings }) => ({
    spans: sectors.map(({ span }) => span),
    ringWidths: rings.map(({ width }) => width),
  }),
  setSettle: () => {},
  setContentWidths: () => {},
  layOut: (_, act) => act(),
  setLayOut: () => {},
  setCanvas: () => {},
};

export type Opened = { readonly map: NetworkMap; readonly language?: Language; readonly app?: Partial<AppPort> };

/** Real stores and commands round a map, without an app. */
export function contextOf({ map, language = 'nb', app = {} }: Opened): CommandContext {
  return {
    mapStore: createMapStore({ map, rev: 0, readOnly: false, settle: (settled) => settled }),
    viewStore: createViewStore(language),
    newId: counter(),
    t: createTranslate(MESSAGES[language]),
    app: { ...QUIET_APP, ...app },
    canvas: () => null,
  };
}

export type Someone = Partial<Omit<Person, 'id'>> & { readonly name: string; readonly at?: Place };

/** A place in one of the standard fields: family, friends, neighbours, work, professionals. */
export const inField = (field: string, ring: number | 'outside' = 1): Place => ({
  sector: `s-${field}` as SectorId,
  ring,
  spot: null,
});

/** A map with these people; each has the id "p-" and the name. In the middle of the family where nothing is said. */
export function mapWith(...people: readonly Someone[]): NetworkMap {
  const empty = newMap(counter(), new Date('2026-11-21T14:03:00Z'));
  return people.reduce(
    (map, { at = inField('family'), ...someone }) => addPeople(map, [{ ...someone, id: idOf(someone.name) }], at),
    empty,
  );
}

export const idOf = (name: string): PersonId => `p-${name}` as PersonId;

/** Renders inside an open map, and answers what a test looks at and does. */
export function openMap(children: ReactNode, opened: Opened) {
  const context = contextOf(opened);
  const view = render(<OpenMap context={context}>{children}</OpenMap>);
  const map = () => mapOf(context);
  return {
    ...view,
    context,
    user: userEvent.setup(),
    map,
    person: (name: string) => peopleOnDrawing(map()).find((person) => person.name === name),
    said: () => context.viewStore.getState().announcement.text,
    undo: () => context.mapStore.getState().undo(),
  };
}
