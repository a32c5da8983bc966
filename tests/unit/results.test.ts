import { expect, test } from 'vitest';
import { readPlaywright, readVitest } from '../checks/results.mjs';

test('Vitest: a file that can’t be loaded is a failure, a skipped test is named', () => {
  const title = (status: string) => ({ title: status, fullName: `map ${status}`, status });
  const report = {
    testResults: [
      { name: 'a.test.ts', status: 'failed', assertionResults: [title('passed'), title('failed'), title('pending')] },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
    ],
  };
  expect(readVitest(report)).toEqual({ passed: 1, failed: 2, notRun: ['map pending'] });
});

test('Playwright: a flaky test and an error outside the tests are failures', () => {
  const spec = (status: 'expected' | 'unexpected' | 'flaky' | 'skipped') => ({
    title: status,
    tests: [{ status, projectName: 'tablet' }],
  });
  const report = {
    errors: [{ message: 'no config' }],
    suites: [
      {
        title: 'a.spec.ts',
        specs: [spec('expected'), spec('flaky')],
        suites: [{ title: 'print', specs: [spec('unexpected'), spec('skipped')] }],
      },
    ],
  };
  expect(readPlaywright(report)).toEqual({
    passed: 1,
    failed: 3,
    notRun: ['[tablet] a.spec.ts › print › skipped'],
  });
});
