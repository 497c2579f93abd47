/** The server's time: the machine's, unless a test stops it or pushes it ahead. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Pushes it ahead: tokens expire, rate limits open again, nobody waits. */
  advance(ms: number): void;
  /** Stops it, so that it moves by `advance` alone. */
  freeze(): void;
  /** Back to the machine's time. */
  reset(): void;
}

export function createClock(source: () => number = Date.now): Clock {
  let ahead = 0;
  let frozenAt: number | undefined;
  return {
    now: () => (frozenAt ?? source()) + ahead,
    advance(ms) {
      ahead += ms;
    },
    freeze() {
      frozenAt ??= source();
    },
    reset() {
      ahead = 0;
      frozenAt = undefined;
    },
  };
}
