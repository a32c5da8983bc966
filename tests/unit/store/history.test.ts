import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { amend, record, redo, startHistory, undo } from '../../../src/store/history.ts';
import { numRuns } from '../../support/depth.ts';

const typed = (letters: string) =>
  letters
    .split('')
    .reduce((history, letter) => record(history, history.present + letter, letter), startHistory<string, string>(''));

it('goes back and forth through whole values, each with what was done', () => {
  const history = typed('abc');
  const back = undo(undo(history));
  expect([back.present, back.past.at(-1)?.label, back.future[0]?.label]).toEqual(['a', 'a', 'b']);
  expect(redo(redo(back))).toEqual(history);
});

it('stays where it is at either end', () => {
  const history = typed('a');
  expect(redo(history)).toBe(history);
  const start = undo(history);
  expect(undo(start)).toBe(start);
});

it('leaves no step for a value that is the same', () => {
  const history = typed('a');
  expect(record(history, history.present, 'nothing')).toBe(history);
});

it('forgets what was undone once something else is done', () => {
  const history = record(undo(typed('ab')), 'ax', 'x');
  expect([history.present, history.future]).toEqual(['ax', []]);
  expect(undo(history).present).toBe('a');
});

it('widens the last step without adding one', () => {
  const history = amend(typed('ab'), 'abbb');
  expect([history.present, history.past.length, undo(history).present]).toEqual(['abbb', 2, 'a']);
});

it('keeps the last 300 steps', () => {
  const history = typed('x'.repeat(350));
  expect(history.past).toHaveLength(300);
  expect(history.past[0]?.value).toBe('x'.repeat(50));
});

it('is a line that one walks along: any way of undoing and redoing ends where the steps say', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('undo', 'redo'), { maxLength: 40 }), (walk) => {
      let at = 10;
      let history = typed('abcdefghij');
      for (const step of walk) {
        at = step === 'undo' ? Math.max(0, at - 1) : Math.min(10, at + 1);
        history = step === 'undo' ? undo(history) : redo(history);
        expect(history.present).toBe('abcdefghij'.slice(0, at));
      }
    }),
    { numRuns: numRuns(100) },
  );
});
