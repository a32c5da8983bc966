import type { CommandContext } from '../commands/context.ts';
import { mapOf } from '../commands/context.ts';
import { addPerson, removePeople } from '../commands/people.ts';
import { setKnows } from '../commands/ties.ts';
import { writeMapFile } from '../document/writeMapFile.ts';
import type { PersonId, Place, RingPlace, Sector } from '../model/types.ts';
import { commandContext } from './commandContext.ts';
import { readChosenFile, readStored } from './reading.ts';
import type { Session } from './session.ts';

type PersonFromOutside = {
  readonly id: string;
  readonly name: string;
  /** A sector's id or kind; `tray`: not placed yet, whatever the ring. */
  readonly sector: string;
  readonly ring: RingPlace;
  readonly knows: readonly string[];
};

type Hooks = {
  readonly open: (file: File) => Promise<void>;
  readonly addPerson: (person: PersonFromOutside) => void;
  readonly removePerson: (id: string) => void;
  /** The open map as its file would say it now. */
  readonly file: () => string;
  /** The open map as whoever opens it next would find it in the storage; null when there is nothing to find. */
  readonly stored: () => Promise<string | null>;
};

/**
 * For checks from outside, and only when the address has `?hooks`: the commands that everybody uses, by name. There from
 * the first moment: what is asked for while the app starts is opened as soon as it can.
 * @returns waits until that is read, so that no start screen is drawn before it
 */
export function installHooks(starting: Promise<Session>): () => Promise<unknown> {
  let started: Session | null = null;
  let reading: Promise<unknown> = Promise.resolve();
  void starting.then((session) => (started = session));
  const now = (): Session => {
    if (started === null) throw new Error('The app has not started yet.');
    return started;
  };
  const hooks: Hooks = {
    open: async (file) => {
      const before = document.querySelector('[data-map]');
      // Read while the app starts.
      const read = readChosenFile(file);
      const opening = starting.then((session) => session.openFile(read));
      reading = opening.catch(() => undefined);
      if (!(await opening)) throw new Error(now().state.get().failure ?? 'Another file was opened.');
      await mapShown(before);
    },
    addPerson: (person) => addFromOutside(contextOf(now()), person),
    removePerson: (id) => removePeople(contextOf(now()), [id as PersonId]),
    file: () => writeMapFile(mapOf(contextOf(now()))),
    stored: () => storedFile(now()),
  };
  Object.assign(window, { nettverkskart: hooks });
  return () => reading;
}

async function storedFile({ opened, savedMaps }: Session): Promise<string | null> {
  const read = opened && (await readStored(opened.id, savedMaps));
  return read?.ok ? writeMapFile(read.value.map) : null;
}

function contextOf(session: Session): CommandContext {
  const { opened } = session;
  if (!opened) throw new Error('No map is open.');
  return commandContext(session, opened, session.state.get().t, () => undefined);
}

function addFromOutside(context: CommandContext, { id, name, sector, ring, knows }: PersonFromOutside): void {
  const place: Place =
    sector === 'tray' ? 'tray' : { sector: sectorBy(mapOf(context).sectors, sector).id, ring, spot: null };
  const added = addPerson(context, { id: id as PersonId, name }, place);
  if (added === null) throw new Error('Nobody was added: no name, or the map is only to look at.');
  for (const other of knows) setKnows(context, added, other as PersonId, true);
}

function sectorBy(sectors: readonly Sector[], wanted: string): Sector {
  const found = sectors.find(({ id }) => id === wanted) ?? sectors.find(({ kind }) => kind === wanted);
  if (!found) throw new Error(`The map has no sector ${wanted}.`);
  return found;
}

/** Resolves when another map's svg than the one before is there and has come to rest. */
function mapShown(before: Element | null): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const svg = document.querySelector('[data-map]');
      if (svg !== null && svg !== before && svg.getAttribute('data-settled') === 'true') resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
}
