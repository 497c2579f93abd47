import type { ErrorCode } from '../errors';
import { lostOnTheWay } from '../way-failures';

/** How many pictures are fetched at a time. */
export interface Crowd {
  limit(): number;
  /** A picture of so many bytes has come. */
  came(bytes: number): void;
  /** One has failed. */
  failed(code: ErrorCode): void;
}

/**
 * Enough to use up a second's fifty within the second where a picture takes as long, from its turn until it is stored;
 * the client paces its requests by itself.
 * A network that loses requests is given fewer, down to the least, and one more for each that comes.
 */
const most = 48;
const least = 3;
/** What all pictures that are on their way may take together, in bytes: each lies in memory until it is whole. */
const bytesAtOnce = 48_000_000;

/** What a network that has too much to carry does. A server that has too much says so, and is waited for by the client. */
const congested: ReadonlySet<ErrorCode> = new Set<ErrorCode>(lostOnTheWay);

/** One for each run of a job: it starts with the most, and learns from what comes and what fails. */
export function createCrowd(): Crowd {
  let wanted = most;
  let averageBytes = 0;
  return {
    limit: () =>
      Math.max(least, Math.min(Math.floor(wanted), Math.floor(bytesAtOnce / Math.max(1, averageBytes)))),
    came(bytes) {
      averageBytes += (bytes - averageBytes) / 8;
      wanted = Math.min(most, wanted + 0.5);
    },
    failed(code) {
      if (congested.has(code)) wanted = Math.max(least, wanted * 0.75);
    },
  };
}
