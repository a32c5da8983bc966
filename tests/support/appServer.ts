// The built app from a server that a test can put a newer build on, and take away.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DIST } from '../checks/places.mjs';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export type AppServer = {
  readonly address: string;
  /** From now on there is a newer build: the same files, a service worker with another name for them. */
  readonly renew: () => void;
  readonly stop: () => Promise<void>;
};

export async function serveApp(): Promise<AppServer> {
  let build = '';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    try {
      let body: string | Buffer = readFileSync(path.join(DIST, path.normalize(name)));
      if (name === 'sw.js') body = body.toString().replace('nettverkskart-build-', `nettverkskart-build-${build}`);
      response.setHeader('Content-Type', TYPES[path.extname(name)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    renew: () => {
      build = 'newer-';
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
