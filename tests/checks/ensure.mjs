// node tests/checks/ensure.mjs [deps] [browser] [shell] [poppler] [age] [office]: makes a fresh clone ready, and does nothing when it is.
// Built-in modules only: it runs before the packages are there.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium, findFirefox, findHeadlessShell, findWebkit, onPath } from './browser.mjs';

process.chdir(path.resolve(import.meta.dirname, '../..'));
const wanted = new Set(process.argv.slice(2));

// npm's own variables (a prefix, a dry run) must not leak into the npm that is called here.
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(config_|lifecycle|package|command)/i.test(name) || /registry|cafile|proxy|userconfig/i.test(name),
  ),
);

/** @param {string} command @param {string[]} args @param {Record<string, string>} [extra] */
function run(command, args, extra = {}) {
  console.log(`> ${command} ${args.join(' ')}`);
  const done = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...env, ...extra },
  });
  return done.status === 0;
}

/** @param {string[]} packages */
function aptInstall(...packages) {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  // Another apt may be at work: wait for it.
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  return (
    run('apt-get', ['update', ...options]) &&
    run('apt-get', ['install', '-y', '--no-install-recommends', ...options, ...packages], {
      DEBIAN_FRONTEND: 'noninteractive',
    })
  );
}

/** npm notes in node_modules what it has installed; packages for other systems are left out of that. */
function installed() {
  const note = path.join('node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const have = JSON.parse(readFileSync(note, 'utf8')).packages;
  /** @type {[string, { version: string, optional?: boolean }][]} */
  const want = Object.entries(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages);
  return want.every(([name, { version, optional }]) => name === '' || optional || have[name]?.version === version);
}

if (wanted.has('deps') && !installed() && !run('npm', ['ci', '--no-audit', '--no-fund'])) process.exit(1);

// Without these the rest can still be tested: the test run says what it left out, and fails for it.
if (wanted.has('browser') && findChromium() === null) {
  // Bare machines have no font either, and draw no text without one.
  if (!aptInstall('chromium', 'fonts-dejavu-core')) run('npx', ['playwright', 'install', 'chromium']);
  if (findChromium() === null) console.error('No Chromium: install one, or set CHROMIUM_PATH to its program file.');
}
// Not needed, only quicker: whatever comes of it, the tests run.
if (wanted.has('shell') && findHeadlessShell() === null && findChromium() === '/usr/bin/chromium') {
  aptInstall('chromium-headless-shell');
}
if (wanted.has('firefox') && findFirefox() === null && !aptInstall('firefox-esr', 'fonts-dejavu-core')) {
  console.error('No Firefox: install one (Debian: firefox-esr), or set FIREFOX_PATH to its program file.');
}
// The driver brings the library, and that the small browser. Xvfb is a screen that nobody sees.
if (wanted.has('webkit') && findWebkit() === null && !aptInstall('webkit2gtk-driver', 'xvfb', 'fonts-dejavu-core')) {
  console.error('No WebKitGTK (Debian: webkit2gtk-driver and xvfb; it runs on Linux only).');
}
if (wanted.has('poppler') && !onPath('pdftotext') && !aptInstall('poppler-utils')) {
  console.error(
    'No pdftotext (Debian: poppler-utils, macOS: brew install poppler): the tests that read PDF files are left out.',
  );
}
if (wanted.has('age') && !onPath('age') && !aptInstall('age')) {
  console.error('No age (Debian and brew: age): the tests against the standard program are left out.');
}
if (wanted.has('office') && !onPath('soffice') && !onPath('libreoffice') && !aptInstall('libreoffice-calc')) {
  console.error(
    'No LibreOffice (Debian: libreoffice-calc, macOS: brew install --cask libreoffice): the tests that open spreadsheets fail.',
  );
}
