export type Entry<Value, Label> = { readonly value: Value; readonly label: Label };

/** Whole values with a label each: immutable maps share what did not change, so a hundred of them cost little. */
export type History<Value, Label> = {
  readonly past: readonly Entry<Value, Label>[];
  readonly present: Value;
  readonly future: readonly Entry<Value, Label>[];
};

const LIMIT = 300;

export const startHistory = <Value, Label>(present: Value): History<Value, Label> => ({
  past: [],
  present,
  future: [],
});

/** An edit that changed nothing leaves no step behind. */
export function record<Value, Label>(history: History<Value, Label>, next: Value, label: Label): History<Value, Label> {
  if (next === history.present) return history;
  return { past: [...history.past, { value: history.present, label }].slice(-LIMIT), present: next, future: [] };
}

/** Widens the step just made: a field that is being typed in is one step, however many letters. */
export const amend = <Value, Label>(history: History<Value, Label>, next: Value): History<Value, Label> => ({
  ...history,
  present: next,
  future: [],
});

export function undo<Value, Label>(history: History<Value, Label>): History<Value, Label> {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    past: history.past.slice(0, -1),
    present: step.value,
    future: [{ value: history.present, label: step.label }, ...history.future],
  };
}

export function redo<Value, Label>(history: History<Value, Label>): History<Value, Label> {
  const [step, ...future] = history.future;
  if (!step) return history;
  return { past: [...history.past, { value: history.present, label: step.label }], present: step.value, future };
}
