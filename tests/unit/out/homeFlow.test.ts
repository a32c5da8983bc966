import { describe, expect, it } from 'vitest';
import { openAge } from '../../../src/export/ageFile.ts';
import { type Home, homeOf, sealForHome, stepOf } from '../../../src/ui/out/homeFlow.ts';
import { openContext } from '../../support/openContext.ts';
import { richMap } from '../document/richMap.ts';

const MAP = richMap();
const FILE = new Blob(['sealed']);
const HOME: Home = { passphrase: 'a b c d e', file: null, left: null, written: false };
const made = { of: MAP, blob: FILE };

describe('the way home', () => {
  it.each<[what: string, patch: Partial<Home>, step: string]>([
    ['nothing done', {}, 'file'],
    ['made, not handed out', { file: made }, 'file'],
    ['passphrase written, file not handed out', { file: made, written: true }, 'file'],
    ['handed out', { file: made, left: FILE }, 'paper'],
    ['an earlier file handed out, not this one', { file: made, left: new Blob(['sealed']), written: true }, 'file'],
    ['both', { file: made, left: FILE, written: true }, 'delete'],
    ['both, then the map changed', { file: { of: { ...MAP }, blob: FILE }, left: FILE, written: true }, 'file'],
  ])('%s: %o', (_, patch, step) => {
    expect(stepOf({ ...HOME, ...patch }, MAP)).toBe(step);
  });

  it('has one passphrase for as long as the map is open, and another for another map', () => {
    const { mapStore } = openContext(MAP);
    const { passphrase } = homeOf(mapStore).getState().choices;
    expect(passphrase.split(' ')).toHaveLength(5);
    expect(homeOf(mapStore).getState().choices.passphrase).toBe(passphrase);
    expect(homeOf(openContext(MAP).mapStore).getState().choices.passphrase).not.toBe(passphrase);
  });

  it('makes a file that only the passphrase opens', { timeout: 60_000 }, async () => {
    const blob = await sealForHome('{"name":"Bente"}', HOME.passphrase);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect(await openAge(bytes, HOME.passphrase)).toEqual({ kind: 'opened', text: '{"name":"Bente"}' });
    expect(await openAge(bytes, 'a b c d')).toEqual({ kind: 'refused' });
  });
});
