import type { Clock } from '../clock';
import { AppError } from '../errors';

/** How many requests may start within a time, for the endpoints that share one limit. */
export interface PaceLimit {
  requests: number;
  windowMs: number;
  /**
   * What part of the limit is used at best, default all of it: the server counts arrivals, which come closer
   * together or further apart than the starts that are counted here.
   */
  share?: number;
  /**
   * What part of it at first, and again after a pause of a window: connections may have to be made, and the first
   * arrivals are late by that. It grows with each window that was used.
   */
  atFirst?: number;
  /**
   * How many times faster than evenly the starts of one window may follow each other, for long runs; otherwise they
   * go out at once. Above 1, what late timers or a busy machine have lost is made up for within the window. After a
   * refusal they come evenly: where the limit is lower than documented, nobody knows its windows.
   */
  rush?: number;
}

/** Holds the requests of one endpoint family to its limit, in the order in which they came. */
export interface Pace {
  /** Resolves when the next request may start; rejects with `cancelled` as soon as `signal` aborts. */
  turn(signal?: AbortSignal): Promise<void>;
  /**
   * The server has refused a request for its rate, and asked for a pause: nobody of this family starts for `ms`
   * milliseconds, and from then on they start more slowly.
   */
  holdOff(ms: number): void;
}

/** The documented limits: https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control */
export const paceLimits = {
  boards: { requests: 50, windowMs: 1000, atFirst: 0.93, share: 0.96, rush: 4 },
  docx: { requests: 5, windowMs: 1000, share: 0.94 },
  wiki: { requests: 100, windowMs: 60_000, share: 0.98 },
  account: { requests: 50, windowMs: 1000 },
} as const satisfies Record<string, PaceLimit>;

/**
 * How the share of the limit changes, as in AIMD (additive increase, multiplicative decrease): others may use the
 * same app, and then less of its limit is left to us. A refusal cuts the share; it grows with each window that
 * passes without one, up to a little below where it was refused; and that ceiling rises slowly.
 */
const afterRefusal = 0.75;
const ceilingAfterRefusal = 0.95;
const leastShare = 0.05;
const growth = 0.03;
const growthInUse = 0.015;
const ceilingGrowth = 0.002;

/** A pace that lets at most `requests` start in any stretch of `windowMs`, and fewer after refusals. */
export function createPace(
  { requests, windowMs, share: full = 1, atFirst = full, rush }: PaceLimit,
  clock: Clock,
): Pace {
  /** When the last `requests` requests started, oldest first. */
  const starts: number[] = [];
  const waiting: (() => void)[] = [];
  let heldUntil = 0;
  let lookedAt = 0;
  let isServing = false;
  let share = full;
  let ceiling = full;
  /** When the share last changed. */
  let changedAt = 0;
  /** How much of it is used yet, and how many have started since there was a pause. */
  let used = atFirst;
  let inARow = 0;

  function look(): number {
    const now = clock.now();
    // Wall clocks are set back now and then; what was noted before that says nothing any more.
    if (now < lookedAt) {
      starts.length = 0;
      heldUntil = 0;
      changedAt = now;
    }
    const windows = Math.floor((now - Math.max(changedAt, heldUntil)) / windowMs);
    if (windows > 0) {
      ceiling = Math.min(full, ceiling + windows * ceilingGrowth);
      share = Math.min(ceiling, share + windows * growth);
      changedAt = now;
    }
    return (lookedAt = now);
  }

  /** Milliseconds until the next request may start. */
  function timeLeft(): number {
    const now = look();
    const stretch = windowMs / Math.min(share, used);
    const oldest = starts.length < requests ? undefined : starts[0];
    const newest = starts.at(-1);
    const gap = rush === undefined ? 0 : stretch / requests / (share < full ? 1 : rush);
    return Math.max(
      heldUntil - now,
      oldest === undefined ? 0 : Math.ceil(oldest + stretch - now),
      newest === undefined ? 0 : newest + gap - now,
    );
  }

  function note(start: number): void {
    if (start - (starts.at(-1) ?? 0) >= windowMs) [used, inARow] = [atFirst - growthInUse, 0];
    // With the first of each window: how long the one before it lasted is settled then.
    if (inARow++ % requests === 0) used = Math.min(full, used + growthInUse);
    starts.push(start);
    if (starts.length > requests) starts.shift();
  }

  async function serve(): Promise<void> {
    isServing = true;
    while (waiting.length > 0) {
      const left = timeLeft();
      if (left > 0) {
        await clock.sleep(left);
        continue;
      }
      note(clock.now());
      waiting.shift()?.();
    }
    isServing = false;
  }

  return {
    turn: (signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new AppError('cancelled'));
        const start = (): void => {
          signal?.removeEventListener('abort', leave);
          resolve();
        };
        const leave = (): void => {
          waiting.splice(waiting.indexOf(start), 1);
          reject(new AppError('cancelled'));
        };
        signal?.addEventListener('abort', leave, { once: true });
        waiting.push(start);
        if (!isServing) void serve();
      }),
    holdOff(ms) {
      const now = look();
      // Refusals that come together, of requests that were under way together, are one.
      if (now >= heldUntil) {
        ceiling = Math.max(leastShare, share * ceilingAfterRefusal);
        share = Math.max(leastShare, share * afterRefusal);
        changedAt = now;
      }
      heldUntil = Math.max(heldUntil, now + ms);
    },
  };
}
