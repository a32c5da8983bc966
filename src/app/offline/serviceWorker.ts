/**
 * The app's own service worker, a file of its own (vite.config.ts builds it to sw.js and fills in what to keep). It keeps
 * every file of one build, so that the app starts without a network and never from two builds at once. A newer build waits
 * until the user agrees (`use-new`), or until no window is open. Nothing of a map is ever put into a cache.
 */

/** What a worker of this kind has, as far as it is used; the DOM types know only windows. */
type Waiting = { readonly waitUntil: (work: Promise<unknown>) => void };
type Asked = Waiting & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
type Told = { readonly data: unknown; readonly ports: readonly MessagePort[] };
type Worker = {
  readonly registration: { readonly scope: string };
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  addEventListener(type: 'install' | 'activate', listen: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listen: (event: Asked) => void): void;
  addEventListener(type: 'message', listen: (event: Told) => void): void;
};

/** Filled in by the build: a name that changes with any file, and every file's address beside the worker. */
declare const __BUILD__: string;
declare const __FILES__: readonly string[];

const worker = self as unknown as Worker;
const PREFIX = 'nettverkskart-build-';
const OWN = PREFIX + __BUILD__;
const PAGE = './';
/** Where the system hands over a file that somebody shares with the installed app (the manifest's share_target). */
const SHARE = new URL('./share-target', worker.registration.scope).href;

/** In memory only, until the page that opens has fetched it. */
let shared: File | null = null;

async function install(): Promise<void> {
  const cache = await caches.open(OWN);
  // All or nothing, and past the browser's own cache: a file from another build must not slip in.
  await cache.addAll([PAGE, ...__FILES__].map((file) => new Request(file, { cache: 'reload' })));
}

/** The build before this one stays: a window that was open with it may still ask for a part of it. */
async function forgetOldBuilds(): Promise<void> {
  const builds = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN);
  await Promise.all(builds.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const own = await caches.open(OWN);
  const kept =
    request.mode === 'navigate' ? await own.match(PAGE) : ((await own.match(request)) ?? (await caches.match(request)));
  // Only what the page itself asks for, from where the app comes from: schemas, and files of builds that are gone.
  // oxlint-disable-next-line no-restricted-globals
  return kept ?? fetch(request);
}

async function takeShared(request: Request): Promise<Response> {
  const given = (await request.formData()).get('map');
  shared = given instanceof File ? given : null;
  return Response.redirect('./?shared', 303);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOldBuilds()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'POST' && request.url === SHARE) event.respondWith(takeShared(request));
  else if (request.method === 'GET' && request.url.startsWith(worker.registration.scope)) {
    event.respondWith(answer(request));
  }
});
worker.addEventListener('message', ({ data, ports }) => {
  if (data === 'use-new') void worker.skipWaiting();
  if (data !== 'take-shared') return;
  ports[0]?.postMessage(shared);
  shared = null;
});
