import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { woffToTtf } from '../../../src/export/pdf/woff.ts';
import { isWritable } from '../../../src/export/pdf/writable.ts';
import { runsOf } from '../../../src/export/pdf/writeText.ts';

describe('words in a PDF', () => {
  it('are written as far as the font goes, and drawn beyond', () => {
    expect(runsOf('Kari, محمد بن علي og Ole')).toEqual(['Kari, ', 'علي', ' ', 'بن', ' ', 'محمد', ' og Ole']);
    expect(runsOf('李小龙')).toEqual(['李小龙']);
    expect(runsOf('Kari og Ole')).toEqual(['Kari og Ole']);
  });

  it.each(['Åse Østensjø', 'Čáŋgguin Ŧuŋŋur Đuođđar', 'Nguyễn Thị Phương', 'Олександра', 'e\u0301', '«–…†✓»'])(
    'writes %s',
    (name) => expect(isWritable(name)).toBe(true),
  );

  it.each(['محمد', '李', '👩‍👩‍👧', 'q\u0301', '\u200d'])('draws %s', (name) => expect(isWritable(name)).toBe(false));

  it.each(['400', '600'])('has every letter in the font that it says it has: weight %s', async (weight) => {
    const bytes = readFileSync(`src/export/fonts/inter-${weight}.woff`);
    const ttf = await woffToTtf(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const letters = lettersIn(new DataView(ttf.buffer));
    const missing = Array.from({ length: 0xffff }, (_, code) => String.fromCodePoint(code).normalize('NFC'))
      .filter(isWritable)
      .map((letter) => letter.codePointAt(0) ?? 0)
      .filter((code) => !letters.has(code));
    expect(missing.map((code) => code.toString(16))).toEqual([]);
  });
});

/** What the font's own table (cmap, format 4) says. */
function lettersIn(font: DataView): Set<number> {
  const tables = Array.from({ length: font.getUint16(4) }, (_, at) => 12 + 16 * at);
  const entry = tables.find((at) => font.getUint32(at) === 0x636d6170) ?? 0;
  const cmap = font.getUint32(entry + 8);
  const subtables = Array.from(
    { length: font.getUint16(cmap + 2) },
    (_, at) => cmap + font.getUint32(cmap + 8 + 8 * at),
  );
  const table = subtables.find((at) => font.getUint16(at) === 4) ?? 0;
  const count = font.getUint16(table + 6) / 2;
  const ranges = Array.from({ length: count }, (_, at) => [
    font.getUint16(table + 16 + 2 * count + 2 * at),
    font.getUint16(table + 14 + 2 * at),
  ]);
  return new Set(ranges.flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, at) => from + at)));
}
