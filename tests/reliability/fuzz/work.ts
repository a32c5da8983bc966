import { readFileSync } from 'node:fs';
import path from 'node:path';
import { armor, Encrypter } from 'age-encryption';
import { isDeepStrictEqual } from 'node:util';
import { readAnyFile } from '../../../src/document/readAnyFile.ts';
import { READ_FAILURE_KINDS } from '../../../src/document/readMapFile.ts';
import { writeMapFile } from '../../../src/document/writeMapFile.ts';
import { openAge } from '../../../src/export/ageFile.ts';
import { brokenInvariants } from '../../../src/model/invariants.ts';
import { type Random, seeded } from '../../bench/random.ts';
import { ROOT } from '../../checks/places.mjs';
import { outside } from '../../unit/document/outside.ts';
import { mutate, pick, randomText, whole } from './inputs.ts';

export const FORMATS = ['own', 'easyNWK', 'age'] as const;
export type Format = (typeof FORMATS)[number];

export type Given = {
  readonly format: Format;
  readonly count: number;
  readonly seed: number;
  readonly at: SharedArrayBuffer;
};
export type Fuzzed = {
  readonly tried: number;
  readonly mutated: number;
  readonly accepted: number;
  readonly faults: readonly string[];
  /** Of one input, in milliseconds, the better of two tries. */
  readonly slowest: number;
};

const FILES: Record<Format, readonly string[]> = {
  own: ['v1/minimal', 'v1/small', 'v1/small', 'v1/unknownKeys', 'v1/rich'].map((name) => `${name}.nettverkskart.json`),
  easyNWK: ['foreign/easynwk-bare.json', 'foreign/easynwk-two-versions.json'],
  age: ['v1/minimal.nettverkskart.json', 'v1/small.nettverkskart.json'],
};
const WORDS = 'fjord kaffe lue vinter stige';
/** An input may not take longer. */
const HANG_MS = 2000;

/** What is wrong with how a text was read; null for a sound map or a refusal with a name. */
function faultOf(text: string): { accepted: boolean; fault: string | null } {
  const read = readAnyFile(text, outside());
  if (!read.ok) {
    const known = (READ_FAILURE_KINDS as readonly string[]).includes(read.failure.kind);
    return { accepted: false, fault: known ? null : `a failure without a name: ${JSON.stringify(read.failure)}` };
  }
  const { map } = read.value;
  const broken = brokenInvariants(map);
  if (broken.length > 0) return { accepted: true, fault: `an unsound map: ${broken.join()}` };
  const again = readAnyFile(writeMapFile(map), outside());
  const same = again.ok && isDeepStrictEqual(again.value.map, map);
  return { accepted: true, fault: same ? null : 'what was read is not what is written' };
}

type Input = { readonly isMutated: boolean; readonly look: () => Promise<{ accepted: boolean; fault: string | null }> };

/** So little work that thousands can be tried; everything else as in a real file. */
async function seal(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(2);
  encrypter.setPassphrase(WORDS);
  return new Uint8Array(await encrypter.encrypt(text));
}

function damaged(file: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(file);
  // A larger work factor would only take its time: that it is refused is tested elsewhere.
  const at = 60 + whole(random, bytes.length - 60);
  if (random() < 0.3) return bytes.slice(0, at);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << whole(random, 8));
  return bytes;
}

async function ageInput(good: readonly string[], random: Random): Promise<Input> {
  const dice = random();
  const text = mutate(pick(random, good), random);
  const inner = dice < 0.7 ? text : pick(random, good);
  const file = await seal(inner);
  const armoured = random() < 0.2;
  const armed = armoured ? new TextEncoder().encode(armor.encode(file)) : file;
  const bytes = dice < 0.7 ? armed : dice < 0.9 ? damaged(armed, random) : new TextEncoder().encode(randomText(random));
  return {
    isMutated: dice < 0.9,
    look: async () => {
      const opened = await openAge(new Uint8Array(bytes), WORDS);
      if (opened.kind !== 'opened') return { accepted: false, fault: null };
      // Half a letter can't be written down: it comes back as the sign for that.
      if (opened.text !== Buffer.from(inner).toString()) return { accepted: true, fault: 'opened as something else' };
      return faultOf(opened.text);
    },
  };
}

async function nextInput(format: Format, good: readonly string[], random: Random): Promise<Input> {
  if (format === 'age') return ageInput(good, random);
  const isMutated = random() < 0.9;
  const text = isMutated ? mutate(pick(random, good), random) : randomText(random);
  return { isMutated, look: async () => faultOf(text) };
}

async function timed<T>(act: () => Promise<T>): Promise<readonly [T, number]> {
  const begun = performance.now();
  return [await act(), performance.now() - begun];
}

export async function work({ format, count, seed, at }: Given): Promise<Fuzzed> {
  const random = seeded(seed);
  const good = FILES[format].map((name) => readFileSync(path.join(ROOT, 'tests/files', name), 'utf8'));
  const progress = new Int32Array(at);
  const ownKeys = Reflect.ownKeys(Object.prototype).length;
  const faults: string[] = [];
  let [mutated, accepted, slowest] = [0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    Atomics.store(progress, 0, index);
    const input = await nextInput(format, good, random);
    if (input.isMutated) mutated += 1;
    try {
      const [found, first] = await timed(input.look);
      // On a busy machine it may have waited: then it is quick the second time.
      const ms = first > HANG_MS / 2 ? Math.min(first, (await timed(input.look))[1]) : first;
      slowest = Math.max(slowest, ms);
      if (ms > HANG_MS) faults.push(`input ${index}: ${Math.round(ms)} ms`);
      if (found.accepted) accepted += 1;
      if (found.fault !== null) faults.push(`input ${index}: ${found.fault}`);
    } catch (problem) {
      faults.push(`input ${index} threw ${String(problem)}`);
    }
    if (Reflect.ownKeys(Object.prototype).length !== ownKeys) throw new Error(`Input ${index} changed every object.`);
  }
  return { tried: count, mutated, accepted, faults, slowest };
}
