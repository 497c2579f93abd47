import type { Pace } from '../entities';

const stepMs = 5000;
const maximumMs = 60_000;
/** A timer of five seconds may fire a little early, and no server is that strict. */
const toleranceMs = 250;

/**
 * Notes one poll.
 * @returns whether it came too early: then the client has to wait five seconds longer each time (RFC 8628, 3.5).
 */
export function pollsTooFast(pace: Pace, now: number): boolean {
  const early = pace.lastAt !== undefined && now - pace.lastAt < pace.intervalMs - toleranceMs;
  pace.lastAt = now;
  if (early) pace.intervalMs = Math.min(maximumMs, pace.intervalMs + stepMs);
  return early;
}
