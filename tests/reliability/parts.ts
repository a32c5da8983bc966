import type { Part } from './part.ts';
import { exits } from './parts/exits.ts';
import { kills } from './parts/kills.ts';

/** In this order. */
export const PARTS: readonly Part[] = [kills, exits];
