import type { Clock } from '../clock';
import { AppError } from '../errors';
import { cutShare, growShare, type AdaptiveShare } from './adaptive-share';
import { warmUp } from './warm-up';

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

/**
 * The limits that the documents of the calls name; no document is known to name that of `account`, which is held to that
 * of boards. What limits are: https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control
 */
export const paceLimits = {
  boards: { requests: 50, windowMs: 1000, atFirst: 0.93, share: 0.96, rush: 4 },
  docx: { requests: 5, windowMs: 1000, share: 0.94 },
  wiki: { requests: 100, windowMs: 60_000, share: 0.98 },
  account: { requests: 50, windowMs: 1000 },
} as const satisfies Record<string, PaceLimit>;

/** A pace that lets at most `requests` start in any stretch of `windowMs`, and fewer after refusals. */
export function createPace(
  { requests, windowMs, share: full = 1, atFirst = full, rush }: PaceLimit,
  clock: Clock,
): Pace {
  /** When the last `requests` requests started, oldest first. */
  const starts: number[] = [];
  const waiting: (() => void)[] = [];
  let heldUntil = 0;
  let notedAt = 0;
  let isServing = false;
  let share: AdaptiveShare = { now: full, ceiling: full };
  /** When the share last changed. */
  let changedAt = 0;
  /** How many have followed the first one since there was a pause. */
  let inARow = 0;

  /** What time it is, and what follows from it. */
  function noteTime(): number {
    const now = clock.now();
    // Wall clocks are set back now and then; what was noted before that says nothing any more.
    if (now < notedAt) {
      starts.length = 0;
      heldUntil = 0;
      changedAt = now;
    }
    const windows = Math.floor((now - Math.max(changedAt, heldUntil)) / windowMs);
    if (windows > 0) {
      share = growShare(share, windows, full);
      changedAt = now;
    }
    return (notedAt = now);
  }

  /** When the request started that is so many before the next one; in 1970 where there was none. */
  function started(back: number): number {
    return starts.at(-back) ?? 0;
  }

  /** Milliseconds until the next request may start; negative where it might have. */
  function timeLeft(): number {
    const now = noteTime();
    const stretch = windowMs / Math.min(share.now, warmUp(inARow / requests, atFirst, full));
    const gap = rush === undefined ? 0 : stretch / requests / (share.now < full ? 1 : rush);
    return Math.max(heldUntil - now, Math.ceil(started(requests) + stretch - now), started(1) + gap - now);
  }

  function note(start: number): void {
    inARow = start - started(1) < windowMs ? inARow + 1 : 0;
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
      const now = noteTime();
      // Refusals that come together, of requests that were under way together, are one.
      if (now >= heldUntil) {
        share = cutShare(share);
        changedAt = now;
      }
      heldUntil = Math.max(heldUntil, now + ms);
    },
  };
}
