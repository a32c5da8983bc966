import { promisifyRequest } from 'idb-keyval';

/**
 * The answer to one request. Made through a function, so that a request that throws is a rejection too: thrown between two
 * requests it would leave the first one's failure unheard.
 */
export async function ask<T>(request: () => IDBRequest): Promise<T> {
  return promisifyRequest<T>(request());
}
