import { dsvFormat } from 'd3-dsv';
import type { Translate } from '../i18n/translate.ts';
import { INVITEE_COLUMNS, type InviteeChoice, inviteeColumns, type InviteeRow } from './inviteeTable.ts';

/** Spreadsheets in Norwegian want semicolons, and a byte order mark to see that the letters are UTF-8. */
const SEMICOLONS = dsvFormat(';');
const BYTE_ORDER_MARK = '\ufeff';

/**
 * What a spreadsheet would take for a formula. A name that begins so gets an apostrophe, which the spreadsheet hides; a
 * telephone number with + too (OWASP, CSV injection). Blanks in front don't help: some programs trim them first.
 */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const FORMULA = /^[\s\u0000]*[=+\-@\t\r\n\u0000＝＋－＠]/u;

/** @internal */
export const safeCell = (text: string): string => (FORMULA.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text);

/** @internal */
export function csvText(rows: readonly (readonly string[])[]): string {
  const text = SEMICOLONS.formatRows(rows.map((row) => row.map(safeCell)));
  return `${BYTE_ORDER_MARK}${text.replaceAll(/\r\n|\n|\r/g, '\r\n')}\r\n`;
}

/** The list of invitees for a spreadsheet. */
export const inviteeCsv = (rows: readonly InviteeRow[], choice: InviteeChoice, t: Translate): string => {
  const columns = inviteeColumns(choice);
  return csvText([
    columns.map((column) => t(INVITEE_COLUMNS[column])),
    ...rows.map((row) => columns.map((column) => row[column])),
  ]);
};
