import type { Clock } from '../clock';
import { AppError } from '../errors';

/** How many requests may start within a time, for the endpoints that share one limit. */
export interface PaceLimit {
  requests: number;
  windowMs: number;
}

/** Holds the requests of one endpoint family to its limit, in the order in which they came. */
export interface Pace {
  /** Resolves when the next request may start; rejects with `cancelled` as soon as `signal` aborts. */
  turn(signal?: AbortSignal): Promise<void>;
  /** The server has asked for a pause: nobody of this family starts for `ms` milliseconds. */
  holdOff(ms: number): void;
}

/** The documented limits: https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control */
export const paceLimits = {
  boards: { requests: 50, windowMs: 1000 },
  docx: { requests: 5, windowMs: 1000 },
  wiki: { requests: 100, windowMs: 60_000 },
  account: { requests: 50, windowMs: 1000 },
} as const satisfies Record<string, PaceLimit>;

/** A pace that lets at most `requests` start in any stretch of `windowMs`. */
export function createPace({ requests, windowMs }: PaceLimit, clock: Clock): Pace {
  /** When the last `requests` requests started, oldest first. */
  const starts: number[] = [];
  const waiting: (() => void)[] = [];
  let heldUntil = 0;
  let lookedAt = 0;
  let isServing = false;

  function look(): number {
    const now = clock.now();
    // Wall clocks are set back now and then; what was noted before that says nothing any more.
    if (now < lookedAt) {
      starts.length = 0;
      heldUntil = 0;
    }
    return (lookedAt = now);
  }

  /** Milliseconds until the next request may start. */
  function timeLeft(): number {
    const now = look();
    const oldest = starts.length < requests ? undefined : starts[0];
    return Math.max(heldUntil - now, oldest === undefined ? 0 : oldest + windowMs - now);
  }

  async function serve(): Promise<void> {
    isServing = true;
    while (waiting.length > 0) {
      const left = timeLeft();
      if (left > 0) {
        await clock.sleep(left);
        continue;
      }
      starts.push(clock.now());
      if (starts.length > requests) starts.shift();
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
      heldUntil = Math.max(heldUntil, now + ms);
    },
  };
}
