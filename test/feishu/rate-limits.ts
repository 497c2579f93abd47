import type { Clock } from './clock';

export interface RateLimit {
  count: number;
  windowMs: number;
  /** What the gateway answers with: 429 unless the API says otherwise. */
  status?: number;
}

export interface RateLimits {
  /**
   * Counts one call.
   * @returns seconds until the window opens again, or undefined if the call is within the limit.
   */
  take(key: string, limit: RateLimit): number | undefined;
  reset(): void;
}

/**
 * Limits count for each app, tenant and API. The public page "Rate limits" gives counts per second or minute
 * and not how the window runs: here it is fixed and starts with its first call, which is not confirmed.
 */
export function createRateLimits(clock: Clock): RateLimits {
  const windows = new Map<string, { endsAt: number; used: number }>();
  return {
    take(key, limit) {
      const now = clock.now();
      const open = windows.get(key);
      const window = open && now < open.endsAt ? open : { endsAt: now + limit.windowMs, used: 0 };
      windows.set(key, window);
      window.used += 1;
      return window.used > limit.count ? Math.max(1, Math.ceil((window.endsAt - now) / 1000)) : undefined;
    },
    reset() {
      windows.clear();
    },
  };
}
