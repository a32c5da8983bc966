import { expect, it } from 'vitest';
import { readMapFile } from '../../src/document/readMapFile.ts';
import { ListSheet } from '../../src/ui/out/ListSheet.tsx';
import { openMap } from '../support/openMap.tsx';
import { richFile } from '../support/paper.ts';

type Rich = {
  people: Record<string, { name: string; relation: string }>;
  meetings: { place: string; invitations: Record<string, { needs: string }> }[];
};

it('leaves out what would make its picture unreadable, in every place for words', () => {
  const strange = (word: string) => `${word}\u0000<\u000b${word}\ud83d`;
  const text = richFile((map) => {
    const { people, meetings } = map as Rich;
    Object.assign(people['p-kari'] ?? {}, { name: strange('Kari'), relation: strange('søster') });
    Object.assign(meetings[0] ?? {}, { place: strange('stua') });
    Object.assign(meetings[0]?.invitations['p-kari'] ?? {}, { needs: strange('skyss') });
  });
  const read = readMapFile(text);
  if (!read.ok) throw new Error(read.failure.kind);
  openMap(<ListSheet />, { map: read.value.map });
  const sheet = document.querySelector('.list-sheet')?.textContent ?? '';
  for (const word of ['Kari', 'søster', 'stua', 'skyss']) expect(sheet).toContain(`${word}<${word}`);
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  expect(sheet).not.toMatch(/[\u0000-\u0008\u000b\u000c]|\p{Surrogate}/u);
});
