import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../checks/run.mjs';
import type { Part } from '../part.ts';

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
};

/**
 * What is tried without a browser, among the unit tests and in their long form. `tried` says what that is; `named`: only tests whose
 * names have one of these words in them.
 */
const inUnitTests = (
  id: string,
  what: string,
  goal: string,
  tried: string,
  files: readonly string[],
  named?: string,
): Part => ({
  id,
  what,
  goal,
  full: 1,
  // `npm test` runs them anyway.
  short: null,
  run: async ({ folder }) => {
    const outputFile = path.join(folder, 'vitest.json');
    const words = ['run', '--reporter=json', `--outputFile=${outputFile}`, ...files];
    if (named !== undefined) words.push('-t', named);
    // Not waited for in this thread: another part is at work in it.
    const { output } = await run('vitest', words, { env: { TEST_FULL: '1' } });
    let report: Report;
    try {
      report = JSON.parse(readFileSync(outputFile, 'utf8')) as Report;
    } catch {
      throw new Error(`No report: ${output.slice(-500)}`);
    }
    const { numPassedTests: passed, numFailedTests: failed, testResults } = report;
    const missed = testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter((it) => it.status === 'failed'),
    );
    const faults = missed.map(
      ({ fullName, failureMessages = [] }) => `${fullName}: ${failureMessages.join(' ').slice(0, 200)}`,
    );
    if (passed + failed === 0) faults.push('no test was run');
    return {
      tried: `${tried} (${files.join(', ')}, long form)`,
      count: passed + failed,
      browser: `Node ${process.versions.node}, fake-indexeddb`,
      result: `${passed} of ${passed + failed} tests passed`,
      faults,
    };
  },
});

const S1 = inUnitTests(
  'S1',
  'the database fails in eight ways, at every call',
  '0 false "saved", said within 2 s, saved again within 5 s of the end of the fault',
  '8 faults × every call site of opening, saving, reading and deleting, × 2.5, 9 and 16 s',
  ['tests/unit/storage/faults.test.ts'],
);
const T1 = inUnitTests(
  'T1',
  'several windows edit, take over, close and are killed at random',
  '2,000 schedules: 0 acknowledged edits overwritten',
  '2,000 schedules of several windows, 3,000 of kills between any two steps',
  ['tests/unit/storage/pages.test.ts'],
);
const I4 = inUnitTests(
  'I4',
  'files that are deep, huge, or reach for every object',
  '0 of Object.prototype changed, refused without an exception',
  '5,000 random files of each kind, hostile keys, depth 200,000, a million elements',
  ['tests/unit/document/hostile.test.ts'],
);
const P6 = inUnitTests(
  'P6',
  'sealed files and sealed records, flipped and cut',
  'every flipped byte and every cut refused whole',
  'every byte flipped and every length, of an age file and of a sealed piece',
  ['tests/unit/export/ageFile.test.ts', 'tests/unit/storage/sealing.test.ts'],
  'flipped',
);
const P7 = inUnitTests(
  'P7',
  'what is sealed, opened by programs that have nothing of the app',
  'every vector opened; 30 hostile headers refused within 100 ms, before they cost anything',
  'the stored vectors and a newly sealed piece by node’s own ciphers, files both ways by the age program where it is installed, 33 hostile headers of sealed pieces and 15 of age files',
  ['tests/unit/export/ageFile.test.ts', 'tests/unit/storage/sealing.test.ts'],
  'vectors|independent|age program|keep the tablet busy',
);

export const elsewhere: readonly Part[] = [S1, T1, I4, P6, P7];
