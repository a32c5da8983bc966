// The W3C WebDriver protocol, as far as the checks need it: plain requests to a driver program on this machine.
// Its own client: the newest selenium-webdriver wants Node 22, and ten commands are all that is needed.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const START_LIMIT_MS = 15_000;
const CALL_LIMIT_MS = 60_000;
/** A browser that starts or ends. */
const SESSION_LIMIT_MS = 25_000;

export type Call = (method: 'GET' | 'POST' | 'DELETE', command: string, body?: unknown) => Promise<unknown>;

export type DriverProgram = { readonly call: Call; readonly stop: () => void };

/** Starts a driver program, and resolves when it answers. `args` gets the port it is to listen at. */
export async function startDriver(
  program: string,
  args: (port: number) => string[],
  env: Readonly<Record<string, string>>,
): Promise<DriverProgram> {
  const port = await freePort();
  const child = spawn(program, args(port), { stdio: 'ignore', env: { ...process.env, ...env } });
  const stop = stopperOf(child);
  let failure: Error | null = null;
  child.on('error', (problem) => (failure = problem));
  const call: Call = (method, command, body) => request(`http://127.0.0.1:${port}${command}`, method, body);
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end;) {
    if (failure !== null) throw failure as Error;
    const isUp = await call('GET', '/status').then(
      () => true,
      () => false,
    );
    if (isUp) return { call, stop };
    await wait(50);
  }
  stop();
  throw new Error(`${program} did not answer in time.`);
}

/** Ends a program that was started here, at the latest with this process. */
export function stopperOf(child: ChildProcess): () => void {
  const stop = () => void child.kill();
  process.once('exit', stop);
  return () => {
    process.off('exit', stop);
    stop();
  };
}

async function request(address: string, method: string, body: unknown): Promise<unknown> {
  const command = new URL(address).pathname.split('/').slice(3).join('/') || 'session';
  const response = await fetch(address, {
    method,
    signal: AbortSignal.timeout(command === 'session' ? SESSION_LIMIT_MS : CALL_LIMIT_MS),
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch((problem: unknown) => {
    throw new Error(`${method} ${command}: ${String(problem)}`, { cause: problem });
  });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) {
    const { error, message } = value as { error: string; message: string };
    throw new Error(`${method} ${command}: ${error}: ${message}`);
  }
  return value;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
