import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { followUpPaper } from '../../../src/export/papers/followUpPaper.ts';
import { letterPaper } from '../../../src/export/papers/letterPaper.ts';
import { listPaper } from '../../../src/export/papers/listPaper.ts';
import type { PaperPage } from '../../../src/export/papers/page.ts';
import { planPaper } from '../../../src/export/papers/planPaper.ts';
import { privacyPaper } from '../../../src/export/papers/privacyPaper.ts';
import type { PaperRequest } from '../../../src/export/papers/request.ts';
import { inviteeTable } from '../../../src/export/inviteeTable.ts';
import { LANGUAGES } from '../../../src/i18n/languages.ts';
import { currentMeeting } from '../../../src/model/questions.ts';
import type { Meeting, NetworkMap, Person } from '../../../src/model/types.ts';
import { WORDS } from '../../support/aMap.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { numRuns } from '../../support/depth.ts';
import { richMap } from '../document/richMap.ts';

vi.setConfig({ testTimeout: 120_000 });

const measure: PaperRequest['measure'] = (text, size) => text.length * size * 0.53;

const requestOf = (map: NetworkMap, more: Partial<PaperRequest> = {}): PaperRequest => ({
  map,
  meeting: currentMeeting(map),
  roles: false,
  contact: true,
  theme: true,
  large: false,
  language: 'nb',
  measure,
  t: WORDS.nb,
  ...more,
});

const letterOf = (request: PaperRequest): PaperPage[] =>
  letterPaper(
    { key: 'x', language: 'nb', t: WORDS.nb, parts: [{ block: 'theme', text: request.meeting?.theme ?? '' }] },
    request,
  );

const PAPERS = { listPaper, planPaper, followUpPaper, privacyPaper, letterOf };
const writtenOn = (pages: readonly PaperPage[]) =>
  pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');
const squeezed = (text: string) => text.replaceAll(/\s+/gu, '');

/** Marks that no sentence of ours holds, wherever somebody may have written something. */
const marked = (map: NetworkMap): NetworkMap => {
  const people = Object.fromEntries(
    Object.entries(map.people).map(([id, person]): [string, Person] => [
      id,
      {
        ...person,
        name: person.offPaper ? 'zqhiddenqz' : 'zqnameqz',
        relation: person.offPaper ? 'zqhiddenqz' : 'zqroleqz',
        note: 'zqnoteqz',
      },
    ]),
  );
  const mark = (meeting: Meeting): Meeting => ({
    ...meeting,
    nextNotes: 'zqnotesqz',
    leaders: ['zqleaderqz'],
    invitations: Object.fromEntries(
      Object.entries(meeting.invitations).map(([id, invitation]) => [
        id,
        {
          ...invitation,
          remark: 'zqremarkqz',
          contact: 'zqcontactqz',
          needs: '',
          askerName: '',
          guardian: 'zqguardqz',
        },
      ]),
    ) as Meeting['invitations'],
  });
  const sectors = map.sectors.map((sector) => ({ ...sector, name: 'zqfieldqz' }));
  const rings = map.rings.map((ring) => ({ ...ring, name: 'zqringqz' }));
  return { ...map, people, sectors, rings, title: 'zqtitleqz', meetings: map.meetings.map(mark) } as NetworkMap;
};

const maps = arbitraryMap();

describe('every paper of text', () => {
  it('keeps everything on its page, whatever has been written', () => {
    fc.assert(
      fc.property(maps, fc.boolean(), fc.constantFrom(...LANGUAGES), (map, large, language) => {
        const request = requestOf(map, { large, language, t: WORDS[language] });
        for (const paper of Object.values(PAPERS)) {
          for (const { width, height, texts, rules, boxes } of paper(request)) {
            for (const { text, x, y, size, weight } of texts) {
              expect(x).toBeGreaterThanOrEqual(50);
              expect(x + measure(text, size, weight)).toBeLessThanOrEqual(width - 50);
              expect(y - size).toBeGreaterThanOrEqual(40);
              expect(y).toBeLessThanOrEqual(height - 50);
              expect(size).toBeGreaterThanOrEqual(large ? 21 : 9);
            }
            for (const mark of [...rules, ...boxes]) expect(mark.y).toBeLessThanOrEqual(height - 50);
          }
        }
      }),
      { numRuns: numRuns(20) },
    );
  });

  it('never says anything of rings, fields, notes, remarks, nor of anybody who is not for paper', () => {
    fc.assert(
      fc.property(maps, fc.boolean(), (map, roles) => {
        const request = requestOf(marked(map), { roles, contact: false });
        const text = [listPaper, planPaper, followUpPaper, privacyPaper]
          .map((paper) => writtenOn(paper(request)))
          .join();
        const allowed = roles ? ['zqroleqz'] : ['zqnameqz', 'zqroleqz', 'zqleaderqz'];
        expect((text.match(/zq[a-z]+?qz/g) ?? []).filter((word) => !allowed.includes(word))).toEqual([]);
      }),
      { numRuns: numRuns(40) },
    );
  });

  it('loses no name of the list', () => {
    fc.assert(
      fc.property(maps, fc.boolean(), (map, large) => {
        const text = squeezed(writtenOn(listPaper(requestOf(map, { large }))));
        for (const { name } of inviteeTable(map, { roles: false, contact: true }, WORDS.nb, currentMeeting(map)))
          expect(text).toContain(squeezed(name));
      }),
      { numRuns: numRuns(30) },
    );
  });
});

describe('single papers', () => {
  const planned = (): NetworkMap => ({ ...richMap(), meetings: richMap().meetings.slice(0, 1) });

  it.each(LANGUAGES)('privacy is one page, in large print too: %s', (language) => {
    for (const large of [false, true])
      expect(privacyPaper(requestOf(planned(), { large, language, t: WORDS[language] }))).toHaveLength(1);
  });

  it('a plan without a meeting has room to write', () => {
    const [page, ...more] = planPaper(requestOf({ ...planned(), meetings: [] }));
    expect(more).toEqual([]);
    expect(page?.rules.length).toBeGreaterThanOrEqual(4);
  });

  it('the follow-up sheet has the open matters first, then the done ones, and rows to fill in', () => {
    const pages = followUpPaper(requestOf(planned()));
    const text = writtenOn(pages);
    expect(text.indexOf('Åpent')).toBeLessThan(text.indexOf('Gjort'));
    expect(pages[0]?.boxes.filter(({ ticked }) => !ticked).length).toBeGreaterThanOrEqual(5);
  });
});
