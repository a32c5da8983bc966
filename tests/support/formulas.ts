/** What makes a spreadsheet calculate, fetch or run something, as a name. */
const BEGINNINGS = ['=', '+', '-', '@', '\t=', '\r=', '\n=', '＝', '＋', '－', '＠', ' =', '\u0000='];
const BODIES = ["cmd|' /C calc'!A0", 'HYPERLINK("http://x.example";"klikk")', '1+1', 'SUM(A1:A9)', '"quoted";x'];
export const FORMULAS = BEGINNINGS.flatMap((beginning) => BODIES.map((body) => beginning + body)).slice(0, 60);
