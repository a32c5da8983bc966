import type { Part } from './part.ts';
import { kills } from './parts/kills.ts';

/** In this order. */
export const PARTS: readonly Part[] = [kills];
