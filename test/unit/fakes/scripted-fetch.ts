/** What a request gets: a reply, or a function that makes one or throws as `fetch` would. */
export type Scripted = Response | ((request: SentRequest) => Response | Promise<Response>);

export interface SentRequest {
  url: URL;
  init: RequestInit;
  signal: AbortSignal;
}

export interface ScriptedFetch {
  fetch: typeof globalThis.fetch;
  /** What was asked for, in order. */
  readonly sent: readonly SentRequest[];
}

/** A `fetch` that answers from a list, in order; the last answer, if it is a function, goes on for ever. */
export function scriptedFetch(...script: Scripted[]): ScriptedFetch {
  const sent: SentRequest[] = [];
  const left = [...script];
  return {
    sent,
    fetch: async (input, init = {}) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const request = { url, init, signal: init.signal ?? new AbortController().signal };
      sent.push(request);
      request.signal.throwIfAborted();
      const next = left.length === 1 && typeof left[0] === 'function' ? left[0] : left.shift();
      if (!next) throw new Error(`nothing is scripted for request ${sent.length}: ${url.href}`);
      return typeof next === 'function' ? next(request) : next;
    },
  };
}

/** A JSON reply; error statuses and headers as wanted. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

/** A reply with `data`, as the Open API wraps it. */
export function ok(data: unknown): Response {
  return json({ code: 0, msg: 'success', data });
}

/** A reply whose bytes are `bytes`. */
export function bytes(
  body: Uint8Array<ArrayBuffer>,
  type?: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(body, {
    headers: { ...(type === undefined ? {} : { 'content-type': type }), ...headers },
  });
}

/** What `fetch` rejects with when the network fails. */
export function networkDown(): never {
  throw new TypeError('Failed to fetch');
}

/** A server that never answers; like the real thing, it gives up when the request is aborted. */
export function silence({ signal }: SentRequest): Promise<Response> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')), { once: true });
  });
}
