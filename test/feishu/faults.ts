import type { TokenErrorCode } from './sign-in/token-errors';

/** Which requests a fault waits for; what is left out matches everything. */
export interface FaultMatch {
  /** Without a port: `open.feishu.cn`. */
  host?: string;
  method?: string;
  /** Tried against path and query, as sent: a string has to be contained, a pattern has to be found. */
  path: RegExp | string;
}

/** What goes wrong. Those before `reset` send the true answer, whole or in part. */
export type FaultKind =
  /** Nothing but the delay. */
  | { kind: 'delay' }
  /** The bytes come in pieces, with a pause before each: 20 pieces and 50 ms by default. */
  | { kind: 'slow-body'; pieces?: number; pauseMs?: number }
  /** `content-length` is true, and the connection ends after half of the bytes. */
  | { kind: 'cut-short' }
  /** `content-length` claims another length than the bytes that come: by default half of it. */
  | { kind: 'wrong-length'; claims?: number }
  /**
   * No `content-length`: over HTTP/1.1 the body comes in chunks. With `half` it ends after half of the bytes as if
   * that were all, over HTTP/2 too: nothing on the way tells.
   */
  | { kind: 'no-length'; half?: boolean }
  /** Packed by gzip, where the client takes that, under the packed length; to others as it is. */
  | { kind: 'gzip' }
  /** The connection breaks without an answer (over HTTP/2 the one stream). */
  | { kind: 'reset' }
  /** This status; with a code it is the API's JSON error. */
  | { kind: 'status'; status: number; code?: number; msg?: string; headers?: Record<string, string> }
  /** HTTP 200 and a JSON error in it. */
  | { kind: 'json-200'; code: number; msg?: string }
  /** A code of the token endpoints, in their flat body and with its HTTP status. */
  | { kind: 'oauth'; code: TokenErrorCode }
  /** HTTP 200 and a page that asks to sign in, as a proxy or a company's gate would send it. */
  | { kind: 'html'; html?: string }
  /** HTTP 200 (or another status) with these bytes. */
  | { kind: 'body'; body: string | Buffer; contentType: string; status?: number };

export type Fault = FaultKind & {
  match: FaultMatch;
  /** How many requests it hits; default 1, `Infinity` for all. */
  times?: number;
  /** How many matching requests it lets by first; default 0. */
  after?: number;
  /** Waits this long (real time) before anything else. */
  delayMs?: number;
  /** Waits for this before anything else: for tests that look at a request under way. */
  until?: Promise<unknown>;
};

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** Those that have hits left. */
  waiting(): Fault[];
  /** Takes one hit of the first fault that matches. At most one hits a request. */
  take(request: { host: string; method: string; target: string }): Fault | undefined;
}

export function createFaults(): Faults {
  let entries: { fault: Fault; left: number; passing: number }[] = [];
  return {
    add(fault) {
      entries.push({ fault, left: fault.times ?? 1, passing: fault.after ?? 0 });
    },
    clear() {
      entries = [];
    },
    waiting: () => entries.map(({ fault }) => fault),
    take(request) {
      const entry = entries.find(({ fault }) => matches(fault.match, request));
      if (!entry) return undefined;
      if (entry.passing > 0) {
        entry.passing -= 1;
        return undefined;
      }
      entry.left -= 1;
      if (entry.left <= 0) entries = entries.filter((other) => other !== entry);
      return entry.fault;
    },
  };
}

function matches(match: FaultMatch, request: { host: string; method: string; target: string }): boolean {
  if (match.host !== undefined && match.host !== request.host) return false;
  if (match.method !== undefined && match.method.toUpperCase() !== request.method) return false;
  return typeof match.path === 'string'
    ? request.target.includes(match.path)
    : request.target.search(match.path) !== -1;
}
