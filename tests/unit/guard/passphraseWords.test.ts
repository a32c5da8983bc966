import { describe, expect, it } from 'vitest';
import { FIRST_PARTS, proposePassphrase, SECOND_PARTS } from '../../../src/ui/guard/passphraseWords.ts';

describe('the proposed passphrase', () => {
  it('is made of 128 × 128 different words, of letters that every keyboard has', () => {
    expect([FIRST_PARTS.length, SECOND_PARTS.length]).toEqual([128, 128]);
    const words = FIRST_PARTS.flatMap((first) => SECOND_PARTS.map((second) => first + second));
    expect(new Set(words).size).toBe(128 * 128);
    expect(words.filter((word) => !/^[a-z]{5,20}$/.test(word))).toEqual([]);
  });

  it('has five of them, and every throw of the dice counts', () => {
    const dice = new Uint8Array(10);
    const before = proposePassphrase(dice);
    expect(before).toBe(Array(5).fill('solbok').join(' '));
    for (let at = 0; at < 10; at += 1) {
      for (const value of [1, 64, 127]) {
        expect(proposePassphrase(dice.with(at, value))).not.toBe(before);
      }
    }
  });

  it('does not come twice', () => {
    const many = Array.from({ length: 500 }, () => proposePassphrase());
    expect(new Set(many).size).toBe(500);
  });
});
