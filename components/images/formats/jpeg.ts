import type { Format } from './format';
import { makeLossy } from './lossy';

/** JPEG: small, without transparency. */
export const jpeg: Format = (job) => makeLossy({ type: 'image/jpeg', hasAlpha: false, maxSide: 65_535 }, job);
