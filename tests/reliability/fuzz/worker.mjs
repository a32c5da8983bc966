// A thread of its own: what hangs in here is seen, and ended, from outside.
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { runnerImport } from 'vite';

const { module } = await runnerImport(path.join(import.meta.dirname, 'work.ts'), {
  configFile: false,
  logLevel: 'warn',
});
parentPort?.postMessage(await module.work(workerData));
