import { SERVICE_WORKER, trustedScript } from '../../canvas/trustedScripts.ts';

/** After this long with nothing else to do, in milliseconds: keeping the app for later must not slow down its first use. */
const WHEN_QUIET = 3000;
let isWanted = true;

/** Everything on this device was deleted: nothing is put there again by this page. */
export const forgetOffline = (): void => void (isWanted = false);

/** How long a page waits for the file that was shared with it. */
const SHARED_MS = 3000;

/**
 * Keeps the app on the device, so that it starts without a network; `onNewer` when a newer build waits, with the way to
 * use it from now on, which loads the page anew. Failing is no trouble: the app then needs the network to start, as before.
 */
export function keepOffline(onNewer: (use: () => void) => void): void {
  const { serviceWorker } = navigator as { readonly serviceWorker?: ServiceWorkerContainer };
  if (!serviceWorker) return;
  const begin = () => isWanted && void register(serviceWorker, onNewer).catch(() => undefined);
  const later = () => setTimeout(begin, WHEN_QUIET);
  if (document.readyState === 'complete') later();
  else window.addEventListener('load', later, { once: true });
}

async function register(container: ServiceWorkerContainer, onNewer: (use: () => void) => void): Promise<void> {
  const registration = await container.register(trustedScript(SERVICE_WORKER), { updateViaCache: 'none' });
  const tell = () => {
    const { waiting } = registration;
    // Without one in charge this is the first, and there is nothing older to change from.
    if (waiting && container.controller) onNewer(() => use(container, waiting));
  };
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
  });
}

function use(container: ServiceWorkerContainer, waiting: ServiceWorker): void {
  container.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('use-new');
}

/** The file that the system has just shared with the app; null when there is none. */
export async function sharedFile(): Promise<File | null> {
  const { serviceWorker } = navigator as { readonly serviceWorker?: ServiceWorkerContainer };
  const controller = serviceWorker?.controller;
  if (!controller) return null;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const giveUp = setTimeout(() => resolve(null), SHARED_MS);
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      clearTimeout(giveUp);
      resolve(data instanceof File ? data : null);
    });
    port1.start();
    controller.postMessage('take-shared', [port2]);
  });
}
