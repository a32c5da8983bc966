// Where a Chromium can be found. No dependency, so that it can be asked before the install.
import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import path from 'node:path';

export const CHROMIUM_ARGS = [
  // Chromium refuses to start as root with its sandbox on.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @type {Record<string, string[]>} */
const PROGRAMS = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  ],
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
};

/** @type {Record<string, string>} */
const CACHES = {
  darwin: 'Library/Caches/ms-playwright',
  win32: 'AppData/Local/ms-playwright',
  linux: '.cache/ms-playwright',
};

/**
 * A Chromium: its program file; 'playwright' for the build that Playwright has fetched and finds by itself; or null.
 * The variable CHROMIUM_PATH goes first.
 */
export function findChromium() {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return chosen;
  const installed = PROGRAMS[platform()]?.find((program) => existsSync(program));
  if (installed !== undefined) return installed;
  const cache =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? path.join(homedir(), CACHES[platform()] ?? '.cache/ms-playwright');
  return existsSync(cache) && readdirSync(cache).some((name) => name.startsWith('chromium')) ? 'playwright' : null;
}

/** Firefox, the program file, or null. The variable FIREFOX_PATH goes first. */
export function findFirefox() {
  const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
  return process.env['FIREFOX_PATH'] ?? places.find((program) => existsSync(program)) ?? null;
}

/** WebKitGTK: its driver, its small browser, and a screen that nobody sees; null when one of them is missing. */
export function findWebkit() {
  const libraries = '/usr/lib';
  const browser = ['', 'x86_64-linux-gnu', 'aarch64-linux-gnu']
    .flatMap((machine) => ['4.1', '6.0'].map((version) => ({ machine, version })))
    .map(({ machine, version }) =>
      path.join(libraries, machine, version === '6.0' ? 'webkitgtk-6.0' : `webkit2gtk-${version}`, 'MiniBrowser'),
    )
    .find((program) => existsSync(program));
  const [driver, screen] = ['WebKitWebDriver', 'Xvfb'];
  return browser !== undefined && onPath(driver) && onPath(screen) ? { driver, browser, screen } : null;
}

/** The engines that tests/engines runs in, and where each is found. */
export const ENGINES = [
  { project: 'chromium', name: 'Chromium', find: findChromium },
  { project: 'firefox', name: 'Firefox', find: findFirefox },
  { project: 'webkit', name: 'WebKitGTK', find: findWebkit },
];

/** What Playwright is told about it. */
export function chromiumLaunch() {
  const found = findChromium();
  return { args: CHROMIUM_ARGS, ...(found !== null && found !== 'playwright' && { executablePath: found }) };
}

/** Chromium without windows (Debian's package of this name): the same engine, much quicker to start; or null. */
export function findHeadlessShell() {
  const program = '/usr/bin/chromium-headless-shell';
  return process.env['CHROMIUM_PATH'] === undefined && existsSync(program) ? program : null;
}

/** The quickest Chromium there is. */
export function headlessLaunch() {
  const shell = findHeadlessShell();
  return shell === null ? chromiumLaunch() : { args: CHROMIUM_ARGS, executablePath: shell };
}

/** Is there a program of this name on the path? @param {string} name */
export function onPath(name) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, name)) || existsSync(path.join(folder, `${name}.exe`)));
}
