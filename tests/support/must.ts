import type { Result } from '../../src/document/result.ts';

/** The value of a result that a test needs; a failure ends the test with its name. */
export function must<Value, Failure>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(`expected to be read, but: ${JSON.stringify(result.failure)}`);
  return result.value;
}
