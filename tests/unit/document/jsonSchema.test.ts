import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readMapFile } from '../../../src/document/readMapFile.ts';
import { writeMapFile } from '../../../src/document/writeMapFile.ts';
import { DATE_PATTERN, DATE_TIME_PATTERN, RESERVED_IDS } from '../../../src/document/versions/v1Parts.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { numRuns } from '../../support/depth.ts';
import { must } from '../../support/must.ts';
import { mutationsOf } from './mutations.ts';
import { RICH_FILE } from './richMap.ts';

// The long way takes ten times as many cases.
vi.setConfig({ testTimeout: 120_000 });

const schema: unknown = JSON.parse(readFileSync('public/schema/nettverkskart-1.schema.json', 'utf8'));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const isValid = ajv.compile(schema as object);
const rich = readFileSync(RICH_FILE, 'utf8');

describe('the published JSON Schema', () => {
  it('is one', () => {
    expect(ajv.validateSchema(schema as object)).toBe(true);
  });

  it('says the same of dates and of ids that are taken', () => {
    const { date, dateTime, id } = (schema as { $defs: Record<string, { pattern?: string; not?: { enum: string[] } }> })
      .$defs;
    expect([date?.pattern, dateTime?.pattern, id?.not?.enum]).toEqual([DATE_PATTERN, DATE_TIME_PATTERN, RESERVED_IDS]);
  });

  it('takes every map that we write', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        isValid(JSON.parse(writeMapFile(map)));
        expect(isValid.errors).toBeNull();
      }),
      { numRuns: numRuns(500) },
    );
  });

  it('and the reader agree on every damage', () => {
    const mutations = mutationsOf(rich);
    const verdicts = mutations.map(({ name, text }) => ({
      name,
      file: JSON.parse(text) as unknown,
      read: readMapFile(text).ok,
    }));
    const disagreeing = verdicts
      .filter(({ file, read }) => isValid(file) !== read)
      .map(({ name, read }) => `${name}: ${read}`);
    expect(disagreeing).toEqual([]);
    expect(verdicts.filter(({ read }) => read).length).toBeGreaterThan(500);
    expect(verdicts.filter(({ read }) => !read).length).toBeGreaterThan(2000);
  });

  it('says the defaults that the reader takes', () => {
    const file = JSON.parse(readFileSync('tests/files/v1/minimal.nettverkskart.json', 'utf8')) as {
      map: { sectors: object[]; drawings: object[]; meetings: object[] };
    };
    const { map } = file;
    // These have no fixed default: the colour goes by the kind, and ajv fills nothing in where there are two shapes.
    map.sectors = map.sectors.map((sector) => ({ hue: 3, ...sector }));
    map.drawings = map.drawings.map((drawing) => ({ ...drawing, places: {} }));
    map.meetings = [{ id: 't', drawing: 'd-1', invitations: { 'p-1': {} }, followUps: [{ id: 'f', matter: '' }] }];
    const read = must(readMapFile(JSON.stringify(file)));
    const filled = structuredClone(file);
    new Ajv2020({ strict: false, useDefaults: true }).compile(schema as object)(filled);
    expect(filled.map).toEqual(read.map);
  });
});
