import type { Clock } from '../clock';
import type { Brand, ServiceHosts } from '../boards/board';
import { toAppError, type AppError, type ErrorCode } from '../errors';
import { exchange, type Reply } from './exchange';
import { openUrl } from './hosts';
import type { Judging } from './judge';
import type { Pace } from './pacing';

/** What requests are made with. */
export interface RequestDeps {
  brand: Brand;
  fetch: typeof globalThis.fetch;
  clock: Clock;
  /** A number from 0 up to 1, such as `Math.random`. */
  random: () => number;
  /** Where a company's own deployment answers; the hosts of the brands are known. */
  getHosts?: (() => Promise<ServiceHosts | undefined>) | undefined;
  /**
   * The token to send to these hosts, asked for anew before each try. Rejects with `not-signed-in` where there is none
   * that belongs there.
   */
  getToken: (hosts: ServiceHosts | undefined) => Promise<string>;
  /**
   * Called when the server no longer takes `stale`: resolves to whether another token is there now, with which
   * asking once more makes sense. Rejects with what asks for a new sign-in (`sign-in-again`).
   */
  renewToken?: (stale: string) => Promise<boolean>;
}

/** One request: a GET, or with a body a POST. */
export interface ApiRequest<T> {
  /** Starts with `/`; its parts are encoded. */
  path: string;
  query?: Readonly<Record<string, string>>;
  /** JSON, as text. */
  body?: string;
  /** Tried so often at most: for what one can do without. */
  mostTries?: number;
  /** The pace of the endpoint's family. */
  pace: Pace;
  /** Makes the value out of the reply, or throws what the server refused with. */
  judge: (reply: Reply, judging: Judging) => T;
  signal?: AbortSignal | undefined;
}

/**
 * How often something is tried in all. What is not listed is final: above all any other 4xx. A reply that could not be
 * read has come whole, and would be the same; what has taken its whole time is tried but once more.
 */
const triesFor: Partial<Record<ErrorCode, number>> = {
  'rate-limited': 6,
  'server-error': 4,
  'network-failed': 4,
  'response-cut-short': 4,
  'timed-out': 2,
};

/** What a token is refused with that may have outlived its time: 99991668, 99991677 and their like. */
const renewable: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['token-invalid', 'token-expired']);

/**
 * The first retry comes within this time and not before half of it, each later one within twice the time of the
 * one before. After three replies of 5xx Chromium itself turns an extension's requests to an address away for
 * 0.7 s and longer, which looks like a network that is gone: the third wait outlasts that.
 * Source: https://dev.chromium.org/throttling
 */
const firstBackoffMs = 500;
const longestBackoffMs = 8000;

/**
 * A request that has waited longer than this for its turn, in ms, reads the token anew: meanwhile somebody may have signed
 * out, or the token may have ended.
 */
const longestTurnMs = 3000;

/** A server that asks for a longer wait than this is not waited for: the caller hears of it at once. */
const longestWaitMs = 120_000;

/**
 * Asks the Open API, again where that can help: a rate limit is waited out (by the whole family), a failing
 * server or network is tried again after a random, growing time.
 * Source of the random time: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export async function request<T>(
  deps: RequestDeps,
  { path, query, body, mostTries = Infinity, pace, judge, signal }: ApiRequest<T>,
): Promise<T> {
  const { brand, clock, getToken, renewToken } = deps;
  const hosts = await deps.getHosts?.();
  const url = openUrl({ brand, hosts }, path, query);
  let serverError: AppError | undefined;
  let hasRenewed = false;
  for (let tries = 1; ; tries++) {
    let token = '';
    try {
      token = await getToken(hosts);
      const waiting = clock.now();
      // After that, nothing comes between as a rule: the pace counts what starts.
      await pace.turn(signal);
      if (clock.now() - waiting > longestTurnMs) token = await getToken(hosts);
      const headers = { authorization: `Bearer ${token}` };
      const outgoing =
        body === undefined
          ? { headers }
          : { headers: { ...headers, 'content-type': 'application/json' }, body };
      const reply = await exchange(deps, url, outgoing, signal);
      return judge(reply, { brand, hosts, now: clock.now() });
    } catch (thrown) {
      const error = toAppError(thrown);
      if (renewable.has(error.code) && token && !hasRenewed) {
        hasRenewed = true;
        if (await renewToken?.(token)) continue;
      }
      if (error.code === 'server-error') serverError = error;
      const wait = tries < mostTries ? waitBeforeRetry(error, tries, deps.random) : undefined;
      // The server was there: that it failed says more than that this browser would not ask it again.
      if (wait === undefined) throw error.code === 'network-failed' ? (serverError ?? error) : error;
      if (error.code === 'rate-limited') pace.holdOff(wait);
      else await clock.sleep(wait, signal);
    }
  }
}

/** Milliseconds to wait before the next try, or undefined if there must be none. */
function waitBeforeRetry(
  { code, details }: AppError,
  tries: number,
  random: () => number,
): number | undefined {
  if (tries >= (triesFor[code] ?? 1)) return undefined;
  // The wiki names failures of its own servers with status 400: those are no better the next moment.
  const { status = 0, retryAfterMs = 0 } = details;
  if (code === 'server-error' && status >= 400 && status < 500) return undefined;
  if (retryAfterMs > longestWaitMs) return undefined;
  const longest = Math.min(longestBackoffMs, firstBackoffMs * 2 ** (tries - 1));
  const backoff = longest * (0.5 + 0.5 * random());
  // A limit is over at the named moment; without one, half a second at least is given to it.
  if (code === 'rate-limited') return retryAfterMs || firstBackoffMs + backoff;
  return Math.max(retryAfterMs, backoff);
}
