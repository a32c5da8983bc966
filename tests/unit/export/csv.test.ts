import { dsvFormat } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { csvText, inviteeCsv, safeCell } from '../../../src/export/csv.ts';
import { inviteeTable } from '../../../src/export/inviteeTable.ts';
import { nb } from '../../../src/i18n/nb/nb.ts';
import { createTranslate } from '../../../src/i18n/translate.ts';
import { currentMeeting } from '../../../src/model/questions.ts';
import { FORMULAS } from '../../support/formulas.ts';
import { richMap } from '../document/richMap.ts';

const t = createTranslate(nb);

describe('a table for a spreadsheet', () => {
  it.each(FORMULAS)('takes no formula for one: %j', (formula) => {
    expect(safeCell(formula)).toBe(`'${formula}`);
    const cell = dsvFormat(';').parseRows(csvText([[formula]]).slice(1))[0]?.[0] ?? '';
    expect(cell.startsWith("'")).toBe(true);
  });

  it.each(['Mamma', 'Åse-Marie', 'Dr. Berg', '2 + 2', "O'Brien", 'محمد', ''])('leaves %j alone', (name) => {
    expect(safeCell(name)).toBe(name);
  });

  it('begins with a byte order mark, parts by semicolons and ends every line as spreadsheets do', () => {
    expect(
      csvText([
        ['a', 'b'],
        ['c;d', 'e"f'],
      ]),
    ).toBe('\ufeffa;b\r\n"c;d";"e""f"\r\n');
  });

  it('keeps a line break inside its cell', () => {
    expect(csvText([['to\nlinjer', 'x']])).toBe('\ufeff"to\r\nlinjer";x\r\n');
  });

  it('holds the invitees and what is asked of them, and nothing about nearness or lines', () => {
    const choice = { roles: false, contact: true };
    const csv = inviteeCsv(inviteeTable(richMap(), choice, t, currentMeeting(richMap())), choice, t);
    expect(csv.split('\r\n')[0]).toBe(
      '\ufeffNavn;Hvem det er;Inviteres?;Hvem spør?;Hvordan?;Svar;Trenger;Telefon og adresse',
    );
    for (const secret of ['nærmest', 'bånd', 'Ringer hver søndag', 'Helst etter', 'Noen jeg ikke']) {
      expect(csv).not.toContain(secret);
    }
  });
});
