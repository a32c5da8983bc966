import type { SecondStore } from './secondStore.ts';

export const SECOND_CACHE = 'nettverkskart-second';
/** What the service worker keeps, build by build, begins so. */
export const KEPT_FOR_APP = 'nettverkskart-build-';

/** The store meant for answers of the network, which nobody asks for here: each map is the answer of an address of its own. */
export function cacheStore(storage: CacheStorage = caches, base: string = location.origin): SecondStore {
  const open = () => storage.open(SECOND_CACHE);
  const addressOf = (name: string) => new URL(`/second/${encodeURIComponent(name)}`, base).href;
  return {
    put: async (name, bytes) => (await open()).put(addressOf(name), new Response(bytes)),
    get: async (name) => {
      const answer = await (await open()).match(addressOf(name));
      return answer ? new Uint8Array(await answer.arrayBuffer()) : null;
    },
    names: async () =>
      (await (await open()).keys()).map(({ url }) => decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '')),
    remove: async (name) => void (await (await open()).delete(addressOf(name))),
  };
}
