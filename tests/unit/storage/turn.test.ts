import { expect, test } from 'vitest';
import type { IsoDateTime } from '../../../src/model/types.ts';
import type { Manifest } from '../../../src/storage/manifest.ts';
import { type Known, takeTurn } from '../../../src/storage/turn.ts';

const time = '2026-11-21T10:00:00.000Z' as IsoDateTime;
const stored = (rev: number, writer: string): Manifest => {
  return { rev, writer, createdAt: time, savedAt: time, chunks: 1, length: 1, key: null, sha256: '' };
};
const knows = (good: 0 | 1, rev: number, writer: string): Known => ({ good, newest: { rev, writer } });
const NOTHING: Known = { good: null, newest: null };
const write = (generation: 0 | 1) => ({ kind: 'write', generation });
const conflict = { kind: 'conflict' };

type Case = [string, readonly [Manifest | null, Manifest | null], Known, { rev: number; again?: boolean }, object];
const CASES: readonly Case[] = [
  ['a new map', [null, null], NOTHING, { rev: 1 }, write(0)],
  ['thrown away while open', [null, null], knows(0, 5, 'me'), { rev: 6 }, write(0)],
  ['on my own', [stored(1, 'me'), null], knows(0, 1, 'me'), { rev: 2 }, write(1)],
  ['in turn', [stored(1, 'me'), stored(2, 'me')], knows(1, 2, 'me'), { rev: 3 }, write(0)],
  ['on what I have read', [stored(1, 'it'), stored(2, 'it')], knows(1, 2, 'it'), { rev: 3 }, write(0)],
  [
    'beside the good one, when the newest is damaged',
    [stored(3, 'it'), stored(2, 'it')],
    knows(1, 3, 'it'),
    { rev: 4 },
    write(0),
  ],
  ['nothing was here when I looked', [stored(1, 'it'), null], NOTHING, { rev: 2 }, conflict],
  ['somebody has written since', [stored(1, 'me'), stored(2, 'it')], knows(0, 1, 'me'), { rev: 9 }, conflict],
  ['somebody has begun anew with the same number', [stored(5, 'it'), null], knows(0, 5, 'me'), { rev: 6 }, conflict],
  ['not a higher number', [stored(5, 'me'), null], knows(0, 5, 'me'), { rev: 5 }, conflict],
  [
    'the same again that went through',
    [stored(4, 'me'), stored(5, 'me')],
    knows(0, 4, 'me'),
    { rev: 5, again: true },
    { kind: 'landed', generation: 1 },
  ],
  ['the same again that did not', [stored(4, 'me'), null], knows(0, 4, 'me'), { rev: 5, again: true }, write(1)],
  [
    'the same number again, of somebody else',
    [stored(4, 'me'), stored(5, 'it')],
    knows(0, 4, 'me'),
    { rev: 5, again: true },
    conflict,
  ],
  [
    'after one of mine that went through unheard',
    [stored(4, 'it'), stored(5, 'me')],
    knows(0, 4, 'it'),
    { rev: 6 },
    write(0),
  ],
];

test.each(CASES)('%s', (_, manifests, known, { rev, again = false }, turn) => {
  expect(takeTurn(manifests, known, { rev, writer: 'me', again })).toEqual(turn);
});
