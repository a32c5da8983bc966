import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type ShareChoice, shareCopy } from '../../../src/document/shareCopy.ts';
import { writeMapFile } from '../../../src/document/writeMapFile.ts';
import { brokenInvariants } from '../../../src/model/invariants.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { numRuns } from '../../support/depth.ts';
import { richMap } from './richMap.ts';

// The long way takes ten times as many cases.
vi.setConfig({ testTimeout: 120_000 });

const NOTHING: ShareChoice = { notes: false, contacts: false, earlierDrawings: false, offPaper: false };
const ALL: ShareChoice = { notes: true, contacts: true, earlierDrawings: true, offPaper: true };
const written = (choice: ShareChoice) => writeMapFile(shareCopy(richMap(), choice));

describe('a copy to share', () => {
  it('is the map itself when everything goes along', () => {
    expect(shareCopy(richMap(), ALL)).toEqual(richMap());
  });

  it.each([
    ['notes', ['Ringer hver søndag.', 'Helst etter kl. 17', 'Spørre Ole neste gang']],
    ['contacts', ['22 00 00 00', '99 00 00 00']],
    ['earlierDrawings', ['Før flyttingen', 'Kari M.', 'tidligere venninne', 'd-onsket']],
    ['offPaper', ['p-ukjent', 'Noen jeg ikke vil nevne', 'r-6', 'f-2']],
  ] as const)('leaves out %s unless chosen', (what, texts) => {
    const without = written({ ...ALL, [what]: false });
    const chosen = written({ ...ALL });
    for (const text of texts) {
      expect(chosen).toContain(text);
      expect(without).not.toContain(text);
    }
  });

  it('leaves out the meetings when asked to, and keeps the rest', () => {
    const copy = shareCopy(richMap(), { ...ALL, meetings: false });
    expect(copy).toEqual({ ...richMap(), meetings: [] });
  });

  it('leaves out who is not on the current drawing when only that one goes along', () => {
    const map = richMap();
    const { 'p-ole': ole, ...places } = map.drawings[1]!.places as Record<string, never>;
    expect(ole).toBeDefined();
    const drawings = map.drawings.map((drawing) =>
      drawing.id === 'd-nov' ? { ...drawing, places, relations: {}, groups: {} } : drawing,
    );
    expect(writeMapFile(shareCopy({ ...map, drawings }, { ...ALL, earlierDrawings: false }))).not.toContain('p-ole');
  });

  it('never names one who stays behind as the asker', () => {
    const map = richMap();
    const [meeting] = map.meetings;
    const invitations = Object.fromEntries(
      Object.entries(meeting!.invitations).map(([id, invitation]) => [
        id,
        { ...invitation, askerName: 'Noen jeg ikke vil nevne' },
      ]),
    );
    const copy = shareCopy({ ...map, meetings: [{ ...meeting!, invitations }] }, NOTHING);
    expect(writeMapFile(copy)).not.toContain('Noen jeg ikke vil nevne');
  });

  it('is always sound, and holds nobody who is not to leave the device', () => {
    const choices = fc.record({
      notes: fc.boolean(),
      contacts: fc.boolean(),
      earlierDrawings: fc.boolean(),
      offPaper: fc.boolean(),
      meetings: fc.boolean(),
    });
    fc.assert(
      fc.property(arbitraryMap(), choices, (map, choice) => {
        const copy = shareCopy(map, choice);
        expect(brokenInvariants(copy)).toEqual([]);
        const people = [copy.people, ...copy.drawings.map(({ frozen }) => frozen?.people ?? {})].flatMap((record) =>
          Object.values(record),
        );
        const hidden = Object.values(map.people).filter(({ offPaper }) => offPaper && !choice.offPaper);
        expect(people.filter(({ id }) => hidden.some((person) => person.id === id))).toEqual([]);
        expect(people.filter(({ note }) => note !== '' && !choice.notes)).toEqual([]);
      }),
      { numRuns: numRuns(500) },
    );
  });
});
