// Reading what Vitest and Playwright report (their JSON files) into one count.

/** @typedef {{ passed: number, failed: number, notRun: string[] }} Count */

/**
 * @typedef {{ title: string, fullName: string, status: string }} VitestTest
 * @typedef {{ name: string, status: string, assertionResults: VitestTest[] }} VitestFile
 * @param {{ testResults: VitestFile[] }} report
 * @returns {Count}
 */
export function readVitest(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  /** @param {string} status */
  const count = (status) => tests.filter((test) => test.status === status).length;
  // A file that can't be loaded has no tests to fail.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const left = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  return {
    passed: count('passed'),
    failed: count('failed') + broken.length,
    notRun: left.map((test) => test.fullName),
  };
}

/**
 * @typedef {{ status: 'expected' | 'unexpected' | 'flaky' | 'skipped', projectName: string }} PlaywrightTest
 * @typedef {{ title: string, suites?: PlaywrightSuite[], specs?: { title: string, tests: PlaywrightTest[] }[] }} PlaywrightSuite
 * @param {{ suites: PlaywrightSuite[], errors: unknown[] }} report
 * @returns {Count}
 */
export function readPlaywright(report) {
  const tests = report.suites.flatMap((suite) => testsOf(suite, []));
  /** @param {string} status */
  const count = (status) => tests.filter((test) => test.status === status).length;
  return {
    passed: count('expected'),
    // Nothing is tried again in the same run; a configuration that does so has found errors that come and go.
    failed: count('unexpected') + count('flaky') + report.errors.length,
    notRun: tests.filter((test) => test.status === 'skipped').map((test) => test.name),
  };
}

/** What ran, by name. @param {{ suites: PlaywrightSuite[] }} report */
export function readNames(report) {
  return report.suites.flatMap((suite) => testsOf(suite, [])).map(({ name }) => name);
}

/**
 * @param {PlaywrightSuite} suite @param {string[]} above
 * @returns {{ name: string, status: string }[]}
 */
function testsOf(suite, above) {
  const titles = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({
      name: `[${test.projectName}] ${[...titles, spec.title].join(' › ')}`,
      status: test.status,
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, titles))];
}
