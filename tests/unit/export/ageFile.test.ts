import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { armor, Encrypter } from 'age-encryption';
import { afterAll, describe, expect, it } from 'vitest';
import { openAge, sealAsAge } from '../../../src/export/ageFile.ts';

const WORDS = 'solstige kaffefjord hagelampe brevkai snogarn';
const TEXT = JSON.stringify({ format: 'nettverkskart', version: 1, map: { title: 'Åse ☕', note: 'x'.repeat(300) } });
/** Deriving the key takes a second or two, as it should. */
const SLOW = { timeout: 60_000 };

const folder = mkdtempSync(path.join(tmpdir(), 'age-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => path.join(folder, name);

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** With so little work that thousands can be tried; everything else as in a real one. */
async function quickFile(text = TEXT, logN = 2): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(logN);
  encrypter.setPassphrase(WORDS);
  return new Uint8Array(await encrypter.encrypt(text));
}

describe('a file in the age format', () => {
  it('opens with its passphrase and no other, and says how much work it is', SLOW, async () => {
    const file = await bytesOf(await sealAsAge(TEXT, WORDS));
    expect(new TextDecoder('latin1').decode(file.subarray(0, 80))).toMatch(
      /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} 17\n/,
    );
    expect(Buffer.from(file).toString('latin1')).not.toContain('nettverkskart');
    expect(await openAge(file, WORDS)).toEqual({ kind: 'opened', text: TEXT });
    expect(await openAge(file, `${WORDS}x`)).toEqual({ kind: 'refused' });
  });

  it(
    'opens however the tablet writes its passphrase: a capital, a space after the last word, letters in two parts',
    SLOW,
    async () => {
      const file = await bytesOf(await sealAsAge(TEXT, ' Åpen  dør i Vår '));
      for (const typed of ['åpen dør i vår', 'Åpen dør i vår ', 'ÅPEN  DØR I VÅR'.normalize('NFD')]) {
        expect(await openAge(file, typed)).toEqual({ kind: 'opened', text: TEXT });
      }
    },
  );

  it('of somebody else opens with capitals and spaces that count there', async () => {
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(2);
    encrypter.setPassphrase(' Åpen Dør ');
    const file = new Uint8Array(await encrypter.encrypt(TEXT));
    expect(await openAge(file, ' Åpen Dør ')).toEqual({ kind: 'opened', text: TEXT });
  });

  it('opens as text with armour too', async () => {
    const file = new TextEncoder().encode(armor.encode(await quickFile()));
    expect(await openAge(new Uint8Array(file), WORDS)).toEqual({ kind: 'opened', text: TEXT });
  });

  it('is refused whole with any byte flipped, cut anywhere, or with something behind it', SLOW, async () => {
    const file = await quickFile();
    expect(await openAge(file, WORDS)).toMatchObject({ kind: 'opened' });
    let refused = 0;
    for (let index = 0; index < file.length; index += 1) {
      const flipped = file.slice();
      flipped[index] = (flipped[index] ?? 0) ^ (1 << (index % 8));
      for (const broken of [flipped, file.slice(0, index)]) {
        if ((await openAge(broken, WORDS)).kind !== 'opened') refused += 1;
      }
    }
    expect(refused).toBe(2 * file.length);
    expect((await openAge(Uint8Array.of(...file, 0), WORDS)).kind).toBe('refused');
  });

  it('that would keep the tablet busy, or has no passphrase, is not tried at all', async () => {
    const header = (stanza: string) => new TextEncoder().encode(`age-encryption.org/v1\n${stanza}\nAAAA\n--- AAAA\n`);
    const salt = 'A'.repeat(22);
    const hostile = [
      ...[19, 20, 30, 99, 999, -1, 0, '017', '1e3', '17.5'].map((work) => `-> scrypt ${salt} ${work}`),
      '-> scrypt  17',
      `-> scrypt ${'A'.repeat(1e6)} 17`,
      '-> X25519 AAAA',
      '-> ssh-rsa AAAA',
      '',
    ];
    for (const stanza of hostile) {
      const begun = performance.now();
      expect(await openAge(new Uint8Array(header(stanza)), WORDS), stanza.slice(0, 60)).toEqual({ kind: 'foreign' });
      expect(performance.now() - begun).toBeLessThan(100);
    }
    expect(await openAge(new Uint8Array(), WORDS)).toEqual({ kind: 'foreign' });
  });
});

/** The program itself, given its passphrase through a terminal, from which alone it takes one. */
function age(words: readonly string[], typed: string): number | null {
  const command = ['age', ...words].map((word) => `'${word}'`).join(' ');
  const { status } = spawnSync('script', ['-qec', command, '/dev/null'], { input: typed, encoding: 'utf8' });
  return status;
}
const hasAge = spawnSync('age', ['--version']).status === 0 && spawnSync('script', ['--version']).status === 0;

describe('the standard age program', () => {
  it.skipIf(!hasAge)('opens what the app has sealed', SLOW, async () => {
    writeFileSync(at('ours.age'), await bytesOf(await sealAsAge(TEXT, WORDS)));
    expect(age(['-d', '-o', at('ours.txt'), at('ours.age')], `${WORDS}\n`)).toBe(0);
    expect(readFileSync(at('ours.txt'), 'utf8')).toBe(TEXT);
    expect(age(['-d', '-o', at('wrong.txt'), at('ours.age')], 'wrong\n')).not.toBe(0);
  });

  it.skipIf(!hasAge)('seals what the app opens', SLOW, async () => {
    writeFileSync(at('theirs.txt'), TEXT);
    expect(age(['-p', '-o', at('theirs.age'), at('theirs.txt')], `${WORDS}\n${WORDS}\n`)).toBe(0);
    expect(await openAge(new Uint8Array(readFileSync(at('theirs.age'))), WORDS)).toEqual({
      kind: 'opened',
      text: TEXT,
    });
  });
});
