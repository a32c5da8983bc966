import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { csvText, inviteeCsv } from '../../../src/export/csv.ts';
import { inviteeTable } from '../../../src/export/inviteeTable.ts';
import { currentMeeting } from '../../../src/model/questions.ts';
import type { NetworkMap, Person } from '../../../src/model/types.ts';
import { onPath } from '../../checks/browser.mjs';
import { WORDS } from '../../support/aMap.ts';
import { FULL } from '../../support/depth.ts';
import { FORMULAS } from '../../support/formulas.ts';
import { richMap } from '../document/richMap.ts';

// The first start makes a profile.
vi.setConfig({ testTimeout: 180_000 });

/** `npm run test:full` installs it (tests/checks/ensure.mjs), and fails without. */
const OFFICE = ['soffice', 'libreoffice'].find(onPath);
const folder = mkdtempSync(path.join(os.tmpdir(), 'office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A CSV file as LibreOffice opens it: semicolons, quotes, UTF-8. */
function opened(name: string, csv: string): string {
  const file = path.join(folder, `${name}.csv`);
  writeFileSync(file, csv);
  execFileSync(
    OFFICE ?? 'soffice',
    [
      `-env:UserInstallation=file://${path.join(folder, 'profile')}`,
      '--headless',
      '--infilter=CSV:59,34,76,1',
      '--convert-to',
      'fods',
      '--outdir',
      folder,
      file,
    ],
    { stdio: 'pipe' },
  );
  return readFileSync(path.join(folder, `${name}.fods`), 'utf8');
}

/** All 60 as names, as what they need and as how they are reached. */
function mapOfFormulas(): NetworkMap {
  const rich = richMap();
  const [meeting] = rich.meetings;
  const [drawing] = rich.drawings.filter(({ kind }) => kind === 'today').toReversed();
  const kari = Object.values(rich.people).find(({ name }) => name === 'Kari');
  const invitation = kari && meeting?.invitations[kari.id];
  if (!meeting || !drawing || !kari || !invitation) throw new Error('The rich map invites Kari.');
  const entries = FORMULAS.map((formula, index) => [`p-f${index}`, formula] as const);
  const person = (id: string, name: string) => ({ ...kari, id, name, relation: name }) as Person;
  return {
    ...rich,
    people: Object.fromEntries(entries.map(([id, formula]) => [id, person(id, formula)])),
    drawings: [
      { ...drawing, places: Object.fromEntries(entries.map(([id]) => [id, 'tray'])), relations: {}, groups: {} },
    ],
    meetings: [
      {
        ...meeting,
        invitations: Object.fromEntries(
          entries.map(([id, formula]) => [
            id,
            { ...invitation, askedWith: null, needFlags: [], needs: formula, contact: formula, askerName: formula },
          ]),
        ),
      },
    ],
  } as NetworkMap;
}

describe.skipIf(OFFICE === undefined && !FULL)('the list in LibreOffice', () => {
  it('would be calculated there, were it not made safe', () => {
    expect(opened('unsafe', '"=1+1";"x"\r\n')).toContain('table:formula');
  });

  it('has no formula in any cell', () => {
    const map = mapOfFormulas();
    const choice = { roles: false, contact: true };
    const rows = inviteeTable(map, choice, WORDS.nb, currentMeeting(map));
    expect(rows).toHaveLength(FORMULAS.length);
    const sheet = opened('list', inviteeCsv(rows, choice, WORDS.nb));
    expect(sheet).not.toContain('table:formula');
    expect(sheet).not.toMatch(/office:value-type="(?:float|currency|percentage|date|boolean)"/u);
    // Nothing is lost on the way either: a row for each, the headings above.
    expect(sheet.match(/<table:table-row\b/gu)?.length).toBeGreaterThanOrEqual(FORMULAS.length + 1);
    expect(sheet).toContain('HYPERLINK(&quot;http://x.example&quot;;&quot;klikk&quot;)');
  });

  it('has no formula in a table of nothing else', () => {
    expect(opened('all', csvText(FORMULAS.map((formula) => [formula, formula, 'x'])))).not.toContain('table:formula');
  });
});
