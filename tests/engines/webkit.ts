// WebKitGTK's MiniBrowser on a screen of its own (Xvfb): of what runs on Linux, nearest to Safari on an iPad.
// Its driver has no touch of its own (a finger arrives as a mouse) and no print that works.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { findWebkit } from '../checks/browser.mjs';
import { fileSavedBy } from './downloads.ts';
import { type Engine, type Key, STAGE, type Tab } from './engine.ts';
import { type Call, startDriver, stopperOf } from './webdriver.ts';

/** The name under which WebDriver hands over elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const KEYS: Record<Key, string> = { Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004', n: 'n' };
const SCREEN_LIMIT_MS = 10_000;
const SCRIPT_LIMIT_MS = 40_000;

export async function startWebkit(): Promise<Engine> {
  const programs = findWebkit();
  if (programs === null) throw new Error('WebKitGTK is missing (Debian: webkit2gtk-driver and xvfb).');
  const home = mkdtempSync(path.join(tmpdir(), 'nettverkskart-webkit-'));
  const downloads = path.join(home, 'Downloads');
  mkdirSync(downloads);
  mkdirSync(path.join(home, 'config'));
  writeFileSync(path.join(home, 'config/user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/Downloads"\n');
  const screen = await startScreen(programs.screen);
  const driver = await startDriver(programs.driver, (port) => [`--port=${port}`], {
    DISPLAY: screen.display,
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    LANG: 'C.UTF-8',
    // On a machine without a graphics card, the other way to paint is many times slower.
    WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1',
  }).catch((problem: unknown) => {
    screen.stop();
    throw problem;
  });
  const newSession = () => openSession(driver.call, programs.browser);
  const first = await newSession();
  await driver.call('DELETE', first.path);
  return {
    name: 'webkit',
    version: `WebKitGTK ${first.version}`,
    newTab: async () => tabOf(driver.call, await newSession(), downloads),
    close: async () => {
      driver.stop();
      screen.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** A screen that nobody sees, with a number that no other has; high enough for a window with a dozen bars about files. */
async function startScreen(program: string): Promise<{ display: string; stop: () => void }> {
  const size = `${STAGE.width + 200}x${STAGE.height + 1200}x24`;
  const child = spawn(program, ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = stopperOf(child);
  const number = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Xvfb did not start in time.')), SCREEN_LIMIT_MS);
    child.on('error', reject);
    let text = '';
    (child.stdio[3] as Readable).on('data', (piece: Buffer) => {
      text += piece.toString();
      if (!text.includes('\n')) return;
      clearTimeout(late);
      resolve(text.trim());
    });
  }).catch((problem: unknown) => {
    stop();
    throw problem;
  });
  return { display: `:${number}`, stop };
}

type WebkitSession = { readonly path: string; readonly version: string };

async function openSession(call: Call, binary: string): Promise<WebkitSession> {
  const alwaysMatch = {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  };
  const start = () => call('POST', '/session', { capabilities: { alwaysMatch } });
  // On a busy machine the browser sometimes never reports to its driver; there is no page of ours in it yet.
  const { sessionId, capabilities } = (await start().catch(start)) as {
    sessionId: string;
    capabilities: { browserVersion?: string };
  };
  const session = { path: `/session/${sessionId}`, version: capabilities.browserVersion ?? '' };
  await call('POST', `${session.path}/timeouts`, { script: SCRIPT_LIMIT_MS, pageLoad: SCRIPT_LIMIT_MS });
  return session;
}

/** The window's own bars count as window: what is asked for is the size of the page. */
async function sizePage(call: Call, session: string, look: Tab['look']): Promise<void> {
  let { width, height } = { ...STAGE };
  for (let tries = 0; tries < 10; tries++) {
    await call('POST', `${session}/window/rect`, { x: 0, y: 0, width, height });
    const inner = await look(
      () =>
        new Promise<readonly [number, number]>((resolve) => {
          setTimeout(() => resolve([innerWidth, innerHeight]), 100);
        }),
    );
    if (inner[0] === STAGE.width && inner[1] === STAGE.height) return;
    width += STAGE.width - inner[0];
    height += STAGE.height - inner[1];
  }
  throw new Error('The window does not take the size of the stage.');
}

/**
 * For each file that it saves, MiniBrowser puts a bar at its foot and takes its height from the page: on a lower page the
 * map would lay itself out anew between one file and the next.
 */
function keepHeight(height: number): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.open-map { height: ${height}px }`);
  document.adoptedStyleSheets = [sheet];
}

function tabOf(call: Call, { path: session }: WebkitSession, downloads: string): Tab {
  const post = (command: string, body: unknown) => call('POST', `${session}${command}`, body);
  const look: Tab['look'] = async (fn, ...args) => {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${String(fn)})(...[...arguments].slice(0, -1))).then(
        (value) => done({ value }), (problem) => done({ problem: String(problem) + '\\n' + (problem?.stack ?? '') }));`;
    const answer = (await post('/execute/async', { script, args })) as { value?: unknown; problem?: string };
    if (answer.problem !== undefined) throw new Error(answer.problem);
    return answer.value as Awaited<ReturnType<typeof fn>>;
  };
  const strike = (value: string) => {
    const actions = [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ];
    return post('/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  };
  const elementOf = async (value: string) => {
    const found = (await post('/element', { using: 'css selector', value })) as Record<string, string>;
    return found[ELEMENT];
  };
  let isSized = false;
  return {
    open: async (address) => {
      await post('/url', { url: address });
      if (!isSized) await sizePage(call, session, look);
      isSized = true;
      await look(watch);
    },
    reload: async () => {
      await post('/refresh', {});
      await look(watch);
    },
    look,
    tap: async (x, y) => {
      const actions = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await post('/actions', {
        actions: [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'mouse' }, actions }],
      });
    },
    type: async (text) => {
      const active = (await call('GET', `${session}/element/active`)) as Record<string, string>;
      await post(`/element/${active[ELEMENT]}/value`, { text });
    },
    press: async (key) => void (await strike(KEYS[key])),
    give: async (selector, file) => {
      await post(`/element/${await elementOf(selector)}/value`, { text: file });
    },
    download: async (act) => {
      await look(keepHeight, STAGE.height);
      const file = await fileSavedBy(downloads, act);
      await sizePage(call, session, look);
      return file;
    },
    screenshot: async () => Buffer.from((await call('GET', `${session}/screenshot`)) as string, 'base64'),
    print: undefined,
    problems: () => look(() => (window as unknown as { problems: string[] }).problems),
    close: async () => void (await call('DELETE', session)),
  };
}

/** The driver tells nothing of errors, so the page itself notes them, from its first look on. */
function watch(): void {
  const problems: string[] = [];
  Object.assign(window, { problems });
  addEventListener('error', (event) => problems.push(`page: ${event.message}`));
  addEventListener('unhandledrejection', (event) => problems.push(`page: ${String(event.reason)}`));
  addEventListener('securitypolicyviolation', (event) =>
    problems.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );
  const report = console.error.bind(console);
  console.error = (...words: unknown[]) => {
    problems.push(`console: ${words.map(String).join(' ')}`);
    report(...words);
  };
}
