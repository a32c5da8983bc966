import { randomBytes as dice } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/storage/chunks.ts';
import { createDatabase } from '../../../src/storage/database.ts';
import { createSavedMaps } from '../../../src/storage/savedMaps.ts';
import { boundTo, decrypt, encrypt, importKey, randomBytes, type Subtle } from '../../../src/storage/sealing/cipher.ts';
import { readKeyHeader } from '../../../src/storage/sealing/keyHeader.ts';
import { passphraseKey } from '../../../src/storage/sealing/passphraseKey.ts';
import { createSpareKeys } from '../../../src/storage/sealing/spareKeys.ts';
import { openByNode, type SealedVector } from './tools/openByNode.ts';
import { writeOpen } from './tools/openCopies.ts';
import { quickSubtle } from './tools/quickSubtle.ts';
import { ID, OTHER_ID, rawRecords, runs, textOf } from './tools/testMaps.ts';

const { subtle } = crypto;
const WORDS = 'fjord kaffe lue vinter stige';

function memory() {
  const entries = new Map<string, string>();
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
  return { entries, spareKeys: createSpareKeys(() => storage) };
}

/** A page with the browser's own ciphers. */
function open(factory: IDBFactory, spareKeys = memory().spareKeys, given: Subtle = subtle) {
  const { useStore } = createDatabase({ factory: () => factory });
  return createSavedMaps(useStore, { digest: sha256, subtle: given, spareKeys, second: null, journal: null });
}

const isKey = ({ value }: { value: unknown }) => value instanceof CryptoKey;
const manifestOf = async (factory: IDBFactory, generation = 0) => {
  const records = await rawRecords(factory);
  const found = records.find(({ key }) => String(key) === `map,${ID},${generation},manifest`);
  return found?.value as { key: Record<string, unknown> | null; sha256: string };
};
const sealedOf = async (factory: IDBFactory, generation = 0) =>
  Buffer.concat(
    (await rawRecords(factory))
      .filter(({ key, value }) => (key as unknown[])[2] === generation && value instanceof Uint8Array)
      .map(({ value }) => value as Uint8Array),
  );

/** Everything in the database as bytes, so that whatever lies open in it is found. */
async function everything(factory: IDBFactory): Promise<Buffer> {
  const records = await rawRecords(factory);
  return Buffer.concat(
    records.flatMap(({ key, value }) => [
      Buffer.from(JSON.stringify(key)),
      value instanceof CryptoKey ? Buffer.alloc(0) : value instanceof Uint8Array ? value : serialize(value),
    ]),
  );
}

describe('what lies in the database', () => {
  test.each(['device', 'passphrase'] as const)('none of 200 canaries, sealed with a %s', async (how) => {
    const canaries = Array.from({ length: 200 }, () => dice(12).toString('hex'));
    const factory = new IDBFactory();
    const { entries, spareKeys } = memory();
    const maps = open(factory, spareKeys);
    if (how === 'passphrase') await maps.sealWith(ID, { passphrase: WORDS });
    const text = JSON.stringify({ title: canaries[0], people: canaries.slice(1) });
    await maps.save(ID, text, 1);
    await maps.save(ID, `${text} `, 2);
    const lies = await everything(factory);
    const told = `${lies.toString('latin1')} ${lies.toString('utf16le')} ${JSON.stringify([...entries])}`;
    expect(canaries.filter((canary) => told.includes(canary))).toEqual([]);
    expect(await maps.load(ID)).toMatchObject({ kind: 'loaded', text: `${text} ` });
    // The search would find one.
    await writeOpen(factory, OTHER_ID, { generation: 0, rev: 1, text });
    expect((await everything(factory)).toString('latin1')).toContain(canaries[7]);
  });

  test('the device key can be used and not read, and goes with the map; so does the spare one', async () => {
    const factory = new IDBFactory();
    const { entries, spareKeys } = memory();
    const maps = open(factory, spareKeys);
    await maps.save(ID, 'a', 1);
    const keys = (await rawRecords(factory)).filter(isKey);
    expect(keys).toHaveLength(1);
    await expect(subtle.exportKey('raw', keys[0]?.value as CryptoKey)).rejects.toMatchObject({
      message: expect.stringContaining('extractable'),
    });
    expect(entries.size).toBe(1);
    await maps.remove(ID);
    expect(await rawRecords(factory)).toEqual([]);
    expect(entries.size).toBe(0);
  });

  test('another page opens it, without being asked', async () => {
    const factory = new IDBFactory();
    await open(factory).save(ID, textOf(1), 1);
    expect(await open(factory).load(ID)).toMatchObject({ kind: 'loaded', text: textOf(1), rev: 1 });
  });

  test('a device key that is lost is made up for by the spare one, and by a new one with the next save', async () => {
    const factory = new IDBFactory();
    const { spareKeys } = memory();
    await open(factory, spareKeys).save(ID, textOf(1), 1);
    const { useStore: inStore } = createDatabase({ factory: () => factory });
    const drop = async () => {
      const found = (await rawRecords(factory)).filter(isKey);
      await inStore('readwrite', (store) => found.forEach(({ key }) => void store.delete(key as IDBValidKey)));
      return found.length;
    };
    expect(await drop()).toBe(1);
    expect(await open(factory).load(ID)).toMatchObject({ kind: 'failed', error: { kind: 'sealed' } });
    const maps = open(factory, spareKeys);
    expect(await maps.load(ID)).toMatchObject({ kind: 'loaded', text: textOf(1) });
    await maps.save(ID, textOf(2), 2);
    await maps.save(ID, textOf(3), 3);
    expect((await rawRecords(factory)).filter(isKey)).toHaveLength(1);
    expect(await open(factory).load(ID)).toMatchObject({ kind: 'loaded', text: textOf(3) });
  });

  test('a piece does not open in another map, or as something else', async () => {
    const key = await importKey(subtle, randomBytes(32));
    const sealed = await encrypt(subtle, key, randomBytes(40), boundTo(ID, 'map'));
    await expect(decrypt(subtle, key, sealed, boundTo(OTHER_ID, 'map'))).rejects.toMatchObject({
      name: 'OperationError',
    });
    await expect(decrypt(subtle, key, sealed, boundTo(ID, 'journal'))).rejects.toMatchObject({
      name: 'OperationError',
    });
    expect(await decrypt(subtle, key, sealed, boundTo(ID, 'map'))).toHaveLength(40);
  });

  test('no nonce comes twice', async () => {
    const key = await importKey(subtle, randomBytes(32));
    const count = runs(2000, 10_000);
    const nonces = new Set<string>();
    for (let at = 0; at < count; at += 1) {
      const sealed = await encrypt(subtle, key, new Uint8Array(8), boundTo(ID, 'map'));
      nonces.add(Buffer.from(sealed.subarray(0, 12)).toString('hex'));
    }
    expect(nonces.size).toBe(count);
  });

  test('every flipped byte and every cut of a sealed piece is refused', async () => {
    const key = await importKey(subtle, randomBytes(32));
    const sealed = await encrypt(subtle, key, randomBytes(2000), boundTo(ID, 'map'));
    const refused = (bytes: Uint8Array<ArrayBuffer>) =>
      decrypt(subtle, key, bytes, boundTo(ID, 'map')).then(
        () => 0,
        () => 1,
      );
    let count = 0;
    for (let at = 0; at < sealed.length; at += 1) {
      const flipped = sealed.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      count += (await refused(flipped)) + (await refused(sealed.slice(0, at)));
    }
    expect(count).toBe(2 * sealed.length);
  });
});

describe('a passphrase', () => {
  async function locked(text = textOf(1)) {
    const factory = new IDBFactory();
    const { entries, spareKeys } = memory();
    const maps = open(factory, spareKeys);
    await maps.sealWith(ID, { passphrase: WORDS });
    await maps.save(ID, text, 1);
    return { factory, entries, spareKeys, maps };
  }

  test('is needed by every other page, for reading and for writing; a wrong one changes nothing', async () => {
    const { factory, entries } = await locked();
    expect(entries.size, 'no key of the device').toBe(0);
    expect((await rawRecords(factory)).filter(isKey)).toEqual([]);
    const page = open(factory);
    expect(await page.load(ID)).toEqual({ kind: 'locked' });
    await expect(page.save(ID, textOf(2), 2)).rejects.toMatchObject({ kind: 'sealed' });
    expect(await page.unlock(ID, 'fjord kaffe lue vinter stol')).toBe(false);
    expect(await page.load(ID)).toEqual({ kind: 'locked' });
    expect(await page.unlock(ID, `  Fjord kaffe  lue vinter STIGE`), 'as a tablet writes it').toBe(true);
    expect(await page.load(ID)).toMatchObject({ kind: 'loaded', text: textOf(1) });
    await page.save(ID, textOf(2), 2);
    page.lock(ID);
    expect(await page.load(ID)).toEqual({ kind: 'locked' });
    await expect(page.save(ID, textOf(3), 3)).rejects.toMatchObject({ kind: 'sealed' });
    expect(await page.list()).toMatchObject([{ id: ID, passphrase: true }]);
  });

  test('set on a map that is stored: both copies, and nothing opens with the device any more', async () => {
    const factory = new IDBFactory();
    const { entries, spareKeys } = memory();
    const maps = open(factory, spareKeys);
    await maps.save(ID, textOf(1), 1);
    await maps.save(ID, textOf(2), 2);
    await maps.sealWith(ID, { passphrase: WORDS });
    expect((await rawRecords(factory)).filter(isKey)).toEqual([]);
    expect(entries.size).toBe(0);
    const headers = [await manifestOf(factory, 0), await manifestOf(factory, 1)].map(({ key }) => key);
    expect(headers).toMatchObject([{ kind: 'passphrase' }, { kind: 'passphrase' }]);
    expect(await open(factory, spareKeys).load(ID)).toEqual({ kind: 'locked' });
    await maps.save(ID, textOf(3), 3);
    const page = open(factory);
    expect(await page.unlock(ID, WORDS)).toBe(true);
    expect(await page.load(ID)).toMatchObject({ text: textOf(3), rev: 3, olderCopyUsed: false });
  });

  test('changed: the old one opens nothing; removed: no one is asked', async () => {
    const { factory, maps } = await locked();
    await maps.sealWith(ID, { passphrase: 'sol vind regn snø is' });
    const page = open(factory);
    expect(await page.unlock(ID, WORDS)).toBe(false);
    expect(await page.unlock(ID, 'sol vind regn snø is')).toBe(true);
    await page.load(ID);
    await page.sealWith(ID, 'device');
    expect(await open(factory).load(ID)).toMatchObject({ kind: 'loaded', text: textOf(1), rev: 1 });
  });

  test('saves that come while it is changed are kept, in any order, and sealed anew', async () => {
    const { factory, maps } = await locked();
    await Promise.all([
      maps.save(ID, textOf(2), 2),
      maps.sealWith(ID, { passphrase: 'sol vind regn snø is' }),
      maps.save(ID, textOf(3), 3),
    ]);
    const page = open(factory);
    expect(await page.unlock(ID, WORDS)).toBe(false);
    expect(await page.unlock(ID, 'sol vind regn snø is')).toBe(true);
    expect(await page.load(ID)).toMatchObject({ text: textOf(3), rev: 3, olderCopyUsed: false });
  });

  test('what is sealed opens by an independent program', async () => {
    const { factory } = await locked('{"title":"Åse ☕"}');
    const { key } = await manifestOf(factory);
    const vector = { id: ID, passphrase: WORDS, header: key, sealed: (await sealedOf(factory)).toString('base64') };
    expect(openByNode(vector as unknown as SealedVector)).toBe('{"title":"Åse ☕"}');
  });
});

const VECTORS = JSON.parse(readFileSync('tests/files/sealed/passphrase-1.json', 'utf8')) as (SealedVector & {
  readonly text: string;
})[];

describe('vectors of the first version', () => {
  test.each(VECTORS)('$id', async ({ text, ...vector }) => {
    expect(openByNode(vector)).toBe(text);
    const header = readKeyHeader(vector.header);
    if (header?.kind !== 'passphrase') throw new Error('no header');
    const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
    const given = { salt: bytes(header.salt), iterations: header.iterations };
    const id = vector.id as typeof ID;
    const keyOfKeys = await passphraseKey(subtle, vector.passphrase, given);
    const raw = await decrypt(subtle, keyOfKeys, bytes(header.wrapped), boundTo(id, 'key'));
    const plain = await decrypt(subtle, await importKey(subtle, raw), bytes(vector.sealed), boundTo(id, 'map'));
    expect(new TextDecoder().decode(plain)).toBe(text);
  });

  const good = VECTORS[0]?.header;
  const long = 'A'.repeat(80);
  test.each([
    ...[1e9, 5_000_001, 599_999, 0, -1, 1.5, Number.NaN, Infinity, '600000', null].map((iterations) => ({
      iterations,
    })),
    ...['', 'AA==', long, `${long}${long}${long}`, 7, null, 'ø'].map((salt) => ({ salt })),
    ...['', 'AA==', `${long}AAAA`, 'x'.repeat(1e6), 7, null].map((wrapped) => ({ wrapped })),
    ...['', 'MD5', 'PBKDF2-SHA-1', 'argon2id', null, 7].map((kdf) => ({ kdf })),
    ...['', 'device', 'age', null].map((kind) => ({ kind })),
  ])('a hostile header is refused before it costs anything: %j', (part) => {
    expect(readKeyHeader(good)).toEqual(good);
    const begun = performance.now();
    expect(readKeyHeader({ ...good, ...part })).toBeNull();
    expect(performance.now() - begun).toBeLessThan(100);
  });
});

describe('what earlier versions of the app stored open', () => {
  async function old() {
    const factory = new IDBFactory();
    await writeOpen(factory, ID, { generation: 0, rev: 1, text: textOf('Bente 1') });
    await writeOpen(factory, ID, { generation: 1, rev: 2, text: textOf('Bente 2') });
    await writeOpen(factory, OTHER_ID, { generation: 0, rev: 1, text: textOf('Bente 3') });
    return factory;
  }

  test('is read, and sealed in its place: both copies, the same revision and times', async () => {
    const factory = await old();
    const maps = open(factory);
    expect(await maps.load(ID)).toMatchObject({ kind: 'loaded', text: textOf('Bente 2'), rev: 2 });
    const before = await maps.list();
    await maps.sealOpenCopies();
    expect((await everything(factory)).toString('latin1')).not.toContain('Bente');
    expect(await maps.list()).toEqual(before);
    await maps.sealOpenCopies();
    const page = open(factory);
    expect(await page.load(ID)).toMatchObject({ text: textOf('Bente 2'), rev: 2, olderCopyUsed: false });
    expect(await page.load(OTHER_ID)).toMatchObject({ text: textOf('Bente 3'), rev: 1 });
    await page.save(ID, textOf('next'), 3);
    expect(await open(factory).load(ID)).toMatchObject({ text: textOf('next'), rev: 3 });
  });

  test('while it is being edited nothing is lost', async () => {
    const factory = await old();
    const maps = open(factory);
    await maps.load(ID);
    await Promise.all([maps.sealOpenCopies(), maps.save(ID, textOf('next'), 3), open(factory).sealOpenCopies()]);
    expect(await open(factory).load(ID)).toMatchObject({ text: textOf('next'), rev: 3, olderCopyUsed: false });
    expect((await everything(factory)).toString('latin1')).not.toContain('Bente');
  });

  test('a damaged copy is left as it is, and its text can be taken along', async () => {
    const factory = new IDBFactory();
    await writeOpen(factory, ID, { generation: 0, rev: 1, text: textOf('Bente', 40_000) });
    const { useStore: inStore } = createDatabase({ factory: () => factory });
    await inStore('readwrite', (store) => void store.delete(['map', ID, 0, 1]));
    const maps = open(factory);
    await maps.sealOpenCopies();
    expect(await maps.load(ID)).toMatchObject({ kind: 'unreadable', raw: expect.stringContaining('Bente: Åse') });
  });
});

describe('the quick ciphers of the other tests', () => {
  test('seal and open as the browser’s own do', async () => {
    const raw = randomBytes(32);
    const [quick, real] = [await importKey(quickSubtle, raw), await importKey(subtle, raw)];
    const plain = randomBytes(100);
    const bound = boundTo(ID, 'map');
    expect(await decrypt(subtle, real, await encrypt(quickSubtle, quick, plain, bound), bound)).toEqual(plain);
    expect(await decrypt(quickSubtle, quick, await encrypt(subtle, real, plain, bound), bound)).toEqual(plain);
  });
});
