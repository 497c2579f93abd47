import { request } from 'node:https';
import type { Clock } from '../../../components/clock';
import { AppError } from '../../../components/errors';
import { silenceLimitMs } from '../../../components/feishu/exchange';
import { agentTo } from '../../feishu/proof/ask';
import type { Feishu } from '../../feishu/server';

/** A `fetch` over real TLS that finds every host at the embedded Feishu and nowhere else. */
export function loopbackFetch(feishu: Feishu): typeof globalThis.fetch {
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const { href, hostname, pathname, search } = new URL(input instanceof Request ? input.url : input);
      const sent = request({
        host: hostname,
        servername: hostname,
        path: pathname + search,
        method: init.method ?? 'GET',
        headers: Object.fromEntries(new Headers(init.headers)),
        agent: agentTo(feishu),
        ...(init.signal ? { signal: init.signal } : {}),
      });
      sent.on('error', (cause) => reject(new TypeError('fetch failed', { cause })));
      sent.on('response', (reply) => {
        const status = reply.statusCode ?? 0;
        if (status >= 300 && status < 400) return reject(new TypeError(`${href} redirects`));
        const headers = Object.entries(reply.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]);
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            reply.on('data', (chunk: Buffer) => controller.enqueue(new Uint8Array(chunk)));
            reply.on('error', (error) => controller.error(error));
            reply.on('end', () => controller.close());
          },
          cancel() {
            reply.destroy();
          },
        });
        resolve(new Response(body, { status, headers }));
      });
      sent.end(typeof init.body === 'string' ? init.body : undefined);
    });
}

/**
 * The embedded Feishu's own time. Pauses pass at once and take that time along, so that its rate limits open
 * again; waiting for its answers takes the real time that it takes.
 */
export function clockOf(feishu: Feishu): Clock {
  return {
    now: () => feishu.clock.now(),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new AppError('cancelled'));
        signal?.addEventListener('abort', () => reject(new AppError('cancelled')), { once: true });
        if (ms > silenceLimitMs / 2) return;
        feishu.clock.advance(ms);
        resolve();
      }),
  };
}
