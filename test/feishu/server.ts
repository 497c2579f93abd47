import { setTimeout as pause } from 'node:timers/promises';
import { createClock, type Clock } from './clock';
import { faultReply } from './fault-replies';
import { createFaults, type Fault, type Faults } from './faults';
import { createGateway } from './gateway';
import { faceOf } from './hosts';
import { fieldsIn, parseJson, readIncoming, type Incoming } from './incoming';
import { listen } from './listen';
import { createOpenApi } from './open-api';
import { createRateLimits } from './rate-limits';
import { createLogIds } from './log-ids';
import { notFound, text, type Reply } from './reply';
import { answerControl } from './routes/control';
import { answerPage } from './routes/pages';
import type { Seed } from './seed';
import { demoSeedFile, seedFrom } from './seed-file';
import { isGone, send, type Exchange } from './send';
import { createSite } from './site';
import { createStore, type Store } from './store';

/** One request that was answered (or broken off): enough to count and to compare, and no token in it. */
export interface RequestRecord {
  /** Milliseconds since 1970, by the server's clock. */
  at: number;
  host: string;
  method: string;
  path: string;
  query: Record<string, string>;
  /** 0 while it is under way, and where the connection was broken without an answer. */
  status: number;
  /** The `code` of a JSON answer. */
  code?: number;
  /** `grant_type` or `action` of a form, so that refreshes and polls can be told apart and counted. */
  asks?: string;
  userAgent?: string;
  /** The fault that hit it. */
  fault?: Fault['kind'];
}

export interface Feishu {
  /** `https://127.0.0.1:PORT`: what is served there depends on the Host header. */
  url: string;
  port: number;
  /** PEM: trust this one certificate instead of none. */
  certificate: string;
  /** In the order of their coming. Emptied by `reset`. */
  requests: RequestRecord[];
  faults: Faults;
  store: Store;
  clock: Clock;
  /** Everything as it was at the start: state, faults, requests, rate limits, clock. */
  reset(): void;
  close(): Promise<void>;
}

export interface FeishuOptions {
  /** Default: `seeds/demo.json`. */
  seed?: Seed;
  /** Default: a free one. */
  port?: number;
  /** Milliseconds since 1970; default: the machine's clock. */
  now?: () => number;
}

/** Starts an embedded Feishu and Lark on loopback. */
export async function startFeishu(options: FeishuOptions = {}): Promise<Feishu> {
  const seed = options.seed ?? (await seedFrom(demoSeedFile));
  const clock = createClock(options.now);
  const store = createStore(seed, clock);
  const faults = createFaults();
  const limits = createRateLimits(clock);
  const openApi = createOpenApi(store, clock, createGateway(store, clock, limits));
  const site = createSite({ store, clock });
  const newLogId = createLogIds(clock);
  const requests: RequestRecord[] = [];
  const reset = (): void => {
    clock.reset();
    store.reset();
    faults.clear();
    limits.reset();
    requests.length = 0;
  };

  async function answer(incoming: Incoming): Promise<Reply> {
    const { host, method, path, query, text: sent } = incoming;
    const face = faceOf(host);
    switch (face.kind) {
      case 'open':
      case 'accounts': {
        const logId = newLogId();
        const reply = site(face.kind, face.brand, incoming);
        if (!reply && face.kind === 'open') return openApi({ ...incoming, brand: face.brand }, logId);
        return withHeader(reply ?? notFound(), 'x-tt-logid', logId);
      }
      case 'pages':
        return answerPage({ host, path, query }, store);
      case 'control':
        // Whatever type it claims: curl takes everything for a form.
        return answerControl(method, path, parseJson(sent), { faults, store, clock, requests, reset });
      case 'unknown':
      default:
        return text(404, `The embedded Feishu serves by Host and has no ${host}.`);
    }
  }

  /** Errors of Feishu's own have a log id, those of somebody between have none. */
  function spoiled(fault: Fault | undefined): Reply | undefined {
    const reply = fault && faultReply(fault);
    return reply?.code === undefined ? reply : withHeader(reply, 'x-tt-logid', newLogId());
  }

  async function handle(exchange: Exchange): Promise<void> {
    try {
      const incoming = await readIncoming(exchange.request);
      if (faceOf(incoming.host).kind === 'control') {
        await send(exchange, await answer(incoming), undefined);
        return;
      }
      const record = note(incoming, clock.now());
      requests.push(record);
      const fault = faults.take(incoming);
      if (fault) {
        record.fault = fault.kind;
        await hold(fault, exchange);
      }
      if (isGone(exchange)) return;
      const reply = fault?.kind === 'reset' ? broken : (spoiled(fault) ?? (await answer(incoming)));
      record.status = reply.status;
      if (reply.code !== undefined) record.code = reply.code;
      if (!isGone(exchange)) await send(exchange, reply, fault);
    } catch (error) {
      if (exchange.closing.aborted || isGone(exchange)) return;
      // Only a mistake in the embedded server itself comes here.
      console.error(error);
      await send(exchange, text(500, `The embedded Feishu failed: ${String(error)}`), undefined);
    }
  }

  const { port, certificate, close } = await listen(
    { port: options.port ?? 0, hosts: seed.tenants.flatMap((tenant) => tenant.hosts ?? []) },
    handle,
  );
  return {
    url: `https://127.0.0.1:${port}`,
    port,
    certificate,
    requests,
    faults,
    store,
    clock,
    reset,
    close,
  };
}

function withHeader(reply: Reply, name: string, value: string): Reply {
  return { ...reply, headers: { ...reply.headers, [name]: value } };
}

const broken: Reply = { status: 0, headers: {}, body: Buffer.alloc(0) };

function note({ host, method, path, query, userAgent, body, fields }: Incoming, at: number): RequestRecord {
  const asked = fields ?? fieldsIn(body);
  const asks = asked?.grant_type ?? asked?.action;
  return {
    at,
    host,
    method,
    path,
    query: Object.fromEntries(query),
    status: 0,
    ...(asks !== undefined && { asks }),
    ...(userAgent !== undefined && { userAgent }),
  };
}

async function hold(fault: Fault, { closing }: Exchange): Promise<void> {
  await fault.until;
  if (fault.delayMs) await pause(fault.delayMs, undefined, { signal: closing });
}
