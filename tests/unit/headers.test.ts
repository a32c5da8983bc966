import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HEADERS, POLICY } from '../../vite.config.ts';

/** Over TLS only, so `npm start` can't send it. */
const WITH_TLS = { ...HEADERS, 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' };

const readme = readFileSync('README.md', 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? '';
const found = (text: string, line: RegExp) =>
  Object.fromEntries(Array.from(text.matchAll(line), ([, name = '', value = '']) => [name, value]));

test.each([
  ['public/_headers', readFileSync('public/_headers', 'utf8').split('\n\n')[0] ?? '', /^ {2}([\w-]+): (.*)$/gm],
  ['Caddy', block('caddy'), /^\t\t([\w-]+) "(.*)"$/gm],
  ['nginx', block('nginx'), /^ {2}add_header ([\w-]+) "(.*)" always;$/gm],
] as const)('%s sends what vite.config.ts says, word for word', (_, text, line) => {
  expect(found(text, line)).toEqual(WITH_TLS);
});

test.each([
  ['public/_headers', readFileSync('public/_headers', 'utf8'), /^(\/\S*)\n {2}Cache-Control: no-cache$/gm],
  ['Caddy', /@fresh path (.*)\n\theader @fresh Cache-Control no-cache/.exec(block('caddy'))?.[1] ?? '', /(\/\S*)/g],
  ['nginx', block('nginx'), /(?<=^map .*) (\/\S*) epoch;/gm],
] as const)('%s has the page and the worker asked for anew each time', (_, text, paths) => {
  expect(new Set(Array.from(text.matchAll(paths), ([, path]) => path))).toEqual(
    new Set(['/', '/index.html', '/sw.js']),
  );
});

// RELIABILITY 4.1.
test('the policy lets in what the app needs, and nothing that is inline, evaluated or of somebody else', () => {
  expect(POLICY.toSorted()).toEqual(
    [
      "default-src 'none'",
      ...['script', 'style', 'font', 'connect', 'manifest', 'worker'].map((what) => `${what}-src 'self'`),
      "img-src 'self' blob: data:",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types app',
    ].toSorted(),
  );
  expect(HEADERS['Content-Security-Policy']).toBe([...POLICY, "frame-ancestors 'none'"].join('; '));
  expect(JSON.stringify(HEADERS)).not.toContain('unsafe');
  // Names that Chromium does not know are an error on the console of every page.
  expect(HEADERS['Permissions-Policy']).not.toMatch(/bluetooth|ambient-light|interest-cohort/);
});
