// A sequence of edits of which every state is known beforehand: a killed page can tell nobody how far it had come.
import type { Page } from '@playwright/test';

/** So many edits later a person goes again, so that the map stays small however long it is edited. */
const STAY = 21;
/** From here on each edit changes something. */
export const FIRST = STAY + 1;

/** Edit k: with an even number `r<k>` comes, with an odd one `r<k - 21>` goes. Who is there after it: */
function peopleAfter(edit: number): string[] {
  const people: string[] = [];
  for (let k = Math.max(0, edit - STAY - 1); k <= edit; k += 1) {
    if (k % 2 === 0 && k + STAY > edit) people.push(`r${k}`);
  }
  return people;
}

/** After which edit this is the map; null when it never was. */
export function editOf(people: readonly string[]): number | null {
  const found = people.filter((id) => /^r\d+$/.test(id)).toSorted();
  const newest = Math.max(-1, ...found.map((id) => Number(id.slice(1))));
  const same = (edit: number) => peopleAfter(edit).toSorted().join() === found.join();
  return [newest, newest + 1].find((edit) => edit >= 0 && same(edit)) ?? null;
}

type InPage = {
  readonly nettverkskart: {
    addPerson(person: { id: string; name: string; sector: string; ring: number; knows: string[] }): void;
    removePerson(id: string): void;
  };
  readonly edited: (k: number) => Promise<void>;
  readonly acknowledged: (k: number) => Promise<void>;
  /** Made by `prepareEdits`. */
  doEdit: (k: number) => void;
};

/** Puts the means to edit into the page, and a look at what it acknowledges. `last`: the edit that the map stands at. */
export const prepareEdits = (page: Page, last: number): Promise<void> =>
  page.evaluate(
    ({ begun, stay }) => {
      const it = window as unknown as InPage;
      let done = begun;
      it.doEdit = (k) => {
        if (k % 2 === 0)
          it.nettverkskart.addPerson({ id: `r${k}`, name: `Navn ${k}`, sector: 'friends', ring: 1, knows: [] });
        else if (k >= stay) it.nettverkskart.removePerson(`r${k - stay}`);
        done = k;
        void it.edited(k);
      };
      new MutationObserver(() => {
        const state = document.querySelector('[data-save-state]')?.getAttribute('data-save-state');
        if (state === 'saved') void it.acknowledged(done);
      }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-save-state'] });
    },
    { begun: last, stay: STAY },
  );

/** Does edits `from` … `to` in the page, all at once. */
export const edit = (page: Page, from: number, to: number): Promise<void> =>
  page.evaluate(
    ([first, last]) => {
      for (let k = first; k <= last; k += 1) (window as unknown as InPage).doEdit(k);
    },
    [from, to] as const,
  );

/** Edits from now on, `least` to `most` milliseconds apart, until the page ends. */
export const keepEditing = (page: Page, from: number, apart: readonly [least: number, most: number]): Promise<void> =>
  page.evaluate(
    ([first, least, most]) => {
      const next = (k: number): void => {
        (window as unknown as InPage).doEdit(k);
        setTimeout(() => next(k + 1), least + Math.random() * (most - least));
      };
      next(first);
    },
    [from, ...apart] as const,
  );
