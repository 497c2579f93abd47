import type { Clock } from '../clock';
import { AppError } from '../errors';
import { readBody, type Bytes } from './read-body';

/** How long the server may be silent, in milliseconds: until it answers, and between two pieces of a body. */
export const silenceLimitMs = 25_000;

/** A reply that has been read to its end, whatever it says. */
export interface Reply {
  status: number;
  headers: Headers;
  bytes: Bytes;
}

/** What is sent: a token or other credentials go into headers or the body, never into the address. */
export interface Outgoing {
  headers: Readonly<Record<string, string>>;
  /** Present: a POST. */
  body?: string;
}

/**
 * One request, tried once. Redirects are refused, so that no credentials can be carried to another host.
 * Errors: `network-failed`, `timed-out`, `response-cut-short`, `response-too-large`, `cancelled`.
 */
export async function exchange(
  { fetch, clock }: { fetch: typeof globalThis.fetch; clock: Clock },
  url: string,
  { headers, body }: Outgoing,
  signal?: AbortSignal,
): Promise<Reply> {
  if (signal?.aborted) throw new AppError('cancelled');
  const silence = listenForSilence(clock);
  const ended = signal ? AbortSignal.any([signal, silence.alarm]) : silence.alarm;
  try {
    const response = await fetch(url, {
      headers,
      ...(body === undefined ? {} : { method: 'POST', body }),
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: ended,
    });
    silence.break();
    const bytes = await readBody(response, ended, silence.break);
    ended.throwIfAborted();
    return { status: response.status, headers: response.headers, bytes };
  } catch (thrown) {
    if (signal?.aborted) throw new AppError('cancelled', {}, { cause: thrown });
    if (silence.alarm.aborted) throw new AppError('timed-out', {}, { cause: thrown });
    throw thrown instanceof AppError ? thrown : new AppError('network-failed', {}, { cause: thrown });
  } finally {
    silence.stop();
  }
}

/** Aborts `alarm` when nobody has called `break` for `silenceLimitMs`. */
function listenForSilence(clock: Clock): { alarm: AbortSignal; break: () => void; stop: () => void } {
  const alarm = new AbortController();
  const stopped = new AbortController();
  let heardAt = clock.now();

  async function listen(): Promise<void> {
    for (;;) {
      const left = heardAt + silenceLimitMs - clock.now();
      if (left <= 0) return alarm.abort();
      await clock.sleep(left, stopped.signal);
    }
  }

  // It ends by the alarm or, when stopped, by the sleep's rejection.
  void listen().catch(() => undefined);
  return {
    alarm: alarm.signal,
    break: () => (heardAt = clock.now()),
    stop: () => stopped.abort(),
  };
}
