import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../../src/app/guard.ts';

const MINUTE = 60_000;

function stage(times: Partial<{ coverAfter: 0 | 5; lockAfter: 15 | 60; lockHiddenAfter: 5 }> = {}) {
  let now = 1e12;
  let done: string[] = [];
  const guard = createGuard({
    now: () => now,
    times: () => ({ coverAfter: 5, lockAfter: 15, lockHiddenAfter: 5, ...times }),
    cover: () => done.push('cover'),
    screenLost: () => done.push('lost'),
    lock: () => done.push('lock'),
  });
  return {
    guard,
    /** Lets time pass, with a look at the end, and gives what was done. */
    after: (minutes: number) => {
      now += minutes * MINUTE;
      guard.look();
      const was = done;
      done = [];
      return was;
    },
    done: () => done.splice(0),
  };
}

describe('the guard', () => {
  it('covers after five idle minutes and locks after fifteen', () => {
    const { after } = stage();
    expect([after(4.9), after(0.2), after(9.8), after(0.2)]).toEqual([[], ['cover'], ['cover'], ['lock']]);
  });

  it('starts anew with every touch', () => {
    const { guard, after } = stage();
    after(4.9);
    guard.stir();
    expect(after(4.9)).toEqual([]);
  });

  it('leaves the map up while people talk, until the screen is lost', () => {
    const { guard, after, done } = stage();
    guard.setTalking(true);
    expect(after(200)).toEqual([]);
    guard.hidden();
    expect([done(), guard.talking()]).toEqual([['lost'], false]);
  });

  it('locks after five minutes out of sight, also when no timer ran meanwhile, and not after less', () => {
    const { guard, after, done } = stage();
    guard.hidden();
    done();
    after(4.9);
    guard.seen();
    guard.stir();
    expect(done()).toEqual([]);
    guard.hidden();
    done();
    after(5.1);
    expect(stage().done()).toEqual([]);
    guard.seen();
    expect(done()).toEqual(['lock']);
  });

  it('never covers by itself when that is chosen, and still locks', () => {
    const { after } = stage({ coverAfter: 0 });
    expect([after(14), after(1.1)]).toEqual([[], ['lock']]);
  });

  it('does not cover what is being printed, nor in the moment after', () => {
    const { guard, after, done } = stage();
    guard.printing(true);
    guard.hidden();
    guard.seen();
    guard.printing(false);
    guard.hidden();
    guard.seen();
    expect(done()).toEqual([]);
    after(0.1);
    guard.hidden();
    expect(done()).toEqual(['lost']);
  });

  it('does not cover while a print dialog stands open, however long', () => {
    const { guard, after } = stage();
    guard.printing(true);
    expect(after(6)).toEqual([]);
    guard.printing(false);
    expect([after(0.1)]).toEqual([['cover']]);
  });

  it('a clock that is set back locks nothing', () => {
    const { after } = stage();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600_000 }), (minutes) => {
        expect(after(-minutes)).toEqual([]);
      }),
    );
  });
});
