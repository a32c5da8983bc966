import { useEffect, useState } from 'react';
import type { Raster, RasterFailure } from '../../export/raster.ts';

export type Prepared =
  | { readonly state: 'preparing' }
  | { readonly state: 'ready'; readonly blob: Blob }
  | { readonly state: 'failed'; readonly failure: RasterFailure; readonly retry: () => void };

/** Changes that follow each other closely are made once. */
const CALM_MS = 250;

/** Makes a file before the tap that shares it: the right to open the share sheet lasts only seconds. */
export function usePrepared(make: () => Promise<Raster>): Prepared {
  const [made, setMade] = useState<{ by: typeof make; raster: Raster } | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void make().then((raster) => isWanted && setMade({ by: make, raster }));
    }, CALM_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [make, tries]);
  if (made?.by !== make) return { state: 'preparing' };
  if (made.raster.ok) return { state: 'ready', blob: made.raster.blob };
  const retry = () => {
    setMade(null);
    setTries(tries + 1);
  };
  return { state: 'failed', failure: made.raster.failure, retry };
}
