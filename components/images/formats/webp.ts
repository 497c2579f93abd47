import type { Format } from './format';
import { makeLossy } from './lossy';

/** WebP: smaller, with transparency; its header has 14 bits for a side. */
export const webp: Format = (job) => makeLossy({ type: 'image/webp', hasAlpha: true, maxSide: 16_383 }, job);
