// Vite's own kind of import: the address of the file, built as a worker.
// oxlint-disable-next-line import/default
import layoutWorker from './layoutWorker.ts?worker&url';

export const LAYOUT_WORKER = layoutWorker;
/** Beside the page, where it may answer for all of the app. */
export const SERVICE_WORKER = './sw.js';

/** The app's own script files that are started by address. Nothing else can be. */
const OWN: ReadonlySet<string> = new Set([LAYOUT_WORKER, SERVICE_WORKER]);

type Policy = { readonly createScriptURL: (address: string) => string };
type Policies = { readonly createPolicy: (name: string, rules: Policy) => Policy };

/** The one policy that the page allows (vite.config.ts). It has no way to make HTML or code of a text. */
const policy: Policy | undefined = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes?.createPolicy(
  'app',
  {
    createScriptURL: (address) => {
      if (!OWN.has(address)) throw new TypeError('Not a script of this app.');
      return address;
    },
  },
);

/** An address as browsers with Trusted Types want it; others take the text. */
export const trustedScript = (address: string): string => policy?.createScriptURL(address) ?? address;
