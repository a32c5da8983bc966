// The real Chromium as a process tree of our own, on a profile that stays: Playwright would not let it be killed half-way.
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../checks/browser.mjs';

const START_MS = 30_000;
const END_MS = 15_000;

export type Running = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly version: string;
  /** SIGKILL for every process of it; resolves when none is left: one that still writes would spoil what comes next. */
  readonly kill: () => Promise<void>;
  /** As a person closes it. */
  readonly close: () => Promise<void>;
  /** Asks it to close and does not wait: `close` afterwards does. */
  readonly askToClose: () => void;
};

export async function startChromium(profile: string, more: readonly string[] = []): Promise<Running> {
  const args = [
    ...CHROMIUM_ARGS,
    '--headless=new',
    '--remote-debugging-port=0',
    '--window-size=1180,820',
    '--lang=nb-NO',
    '--accept-lang=nb-NO',
    `--user-data-dir=${profile}`,
    ...more,
    'about:blank',
  ];
  const child = spawn(program(), args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const endWithUs = () => killAll(child, profile);
  process.once('exit', endWithUs);
  try {
    const browser = await chromium.connectOverCDP(await addressOf(child));
    const [context] = browser.contexts();
    if (!context) throw new Error('The browser has no window.');
    const page = context.pages()[0] ?? (await context.newPage());
    const kill = async () => {
      killAll(child, profile);
      await allGone(child, profile, END_MS);
      process.off('exit', endWithUs);
      await browser.close().catch(() => undefined);
    };
    const askToClose = () => void closeBy(browser);
    const close = async () => {
      askToClose();
      await allGone(child, profile, END_MS).catch(kill);
      process.off('exit', endWithUs);
      await browser.close().catch(() => undefined);
    };
    return { context, page, version: `Chromium ${browser.version()}`, kill, close, askToClose };
  } catch (problem) {
    endWithUs();
    await allGone(child, profile, END_MS).catch(() => undefined);
    process.off('exit', endWithUs);
    throw problem;
  }
}

function program(): string {
  const found = findChromium();
  if (found === null) throw new Error('There is no Chromium.');
  return found === 'playwright' ? chromium.executablePath() : found;
}

/** Where the browser listens; it says so itself, and a file in the profile may be of the one before. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Chromium did not start in time.')), START_MS);
    let told = '';
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`Chromium ended with ${code}: ${told.slice(-500)}`)));
    child.stderr?.on('data', (piece: Buffer) => {
      told = (told + piece.toString()).slice(-20_000);
      const found = /DevTools listening on (ws:\S+)/.exec(told);
      if (!found?.[1]) return;
      clearTimeout(late);
      resolve(found[1]);
    });
  });
}

async function closeBy(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession().catch(() => null);
  await session?.send('Browser.close').catch(() => undefined);
}

type Process = { readonly pid: number; readonly parent: number; readonly group: number; readonly words: string };

/** Every process that still runs: one that has ended and waits for its parent to notice is none. */
function running(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state = '', parent = '', group = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (state === 'Z' || state === 'X') return [];
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return [{ pid: Number(name), parent: Number(parent), group: Number(group), words }];
      } catch {
        return [];
      }
    });
}

/** The browser and all that it has started: by descent, by group, and by the profile that is named on the command line. */
function treeOf({ pid: root }: ChildProcess, profile: string): number[] {
  const all = running().filter(({ pid }) => pid !== process.pid);
  const tree = new Set(
    all
      .filter(({ pid, group, words }) => pid === root || group === root || words.includes(`=${profile}`))
      .map(({ pid }) => pid),
  );
  for (let before = -1; before !== tree.size;) {
    before = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  return [...tree];
}

function killAll(child: ChildProcess, profile: string): void {
  for (const pid of treeOf(child, profile)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
}

async function allGone(child: ChildProcess, profile: string, patienceMs: number): Promise<void> {
  for (const end = Date.now() + patienceMs; treeOf(child, profile).length > 0; await wait(20)) {
    if (Date.now() > end) throw new Error('A process of the browser does not end.');
  }
}
