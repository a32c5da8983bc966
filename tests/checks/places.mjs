// Where a test run builds to, listens and writes. E2E_PORT=4207 npm run test:e2e gets a place of its own, so that several
// runs in one folder don't wipe each other's files.
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

const OWN_PORT = process.env['E2E_PORT'];

export const PORT = Number(OWN_PORT ?? 4199);
export const RESULTS = path.join(ROOT, 'test-results', OWN_PORT ?? '');
export const DIST = OWN_PORT === undefined ? path.join(ROOT, 'dist') : path.join(RESULTS, 'dist');
