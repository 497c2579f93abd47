import type { Clock } from './clock';
import type { Brand } from './entities';
import type { Gateway } from './gateway';
import { hostsOf } from './hosts';
import type { Fields } from './incoming';
import { notFound, type Reply } from './reply';
import { createRouter, type ApiRoute } from './router';
import { authRoutes } from './routes/auth';
import { authenRoutes } from './routes/authen';
import { boardRoutes } from './routes/board';
import { boardContentRoutes } from './routes/board-content';
import { docxRoutes } from './routes/docx';
import { driveRoutes } from './routes/drive';
import { historicTokenRoutes } from './routes/token';
import { wikiRoutes } from './routes/wiki';
import type { Store } from './store';

/** Everything that `open.feishu.cn` and `open.larksuite.com` answer. */
export const apiRoutes: readonly ApiRoute[] = [
  ...boardRoutes,
  ...boardContentRoutes,
  ...docxRoutes,
  ...wikiRoutes,
  ...driveRoutes,
  ...authenRoutes,
  ...authRoutes,
  ...historicTokenRoutes,
];

export interface OpenApiCall {
  brand: Brand;
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string | undefined;
  body: unknown;
  fields: Fields | undefined;
}

/** The Open API: the route, the gateway in front of it, the log id behind it. */
export function createOpenApi(
  store: Store,
  clock: Clock,
  gateway: Gateway,
): (call: OpenApiCall, logId: string) => Promise<Reply> {
  const route = createRouter(apiRoutes);
  return async (call, logId) => {
    const found = route(call.method, call.path);
    if (!found) return withLogId(notFound(), logId, call.brand);
    const { token, refusal } = gateway.admit(found.route, call.brand, call.authorization);
    const reply =
      refusal ?? (await found.route.answer({ ...call, params: found.params, token }, { store, clock }));
    return withLogId(reply, logId, call.brand);
  };
}

/** Every reply names its log id in a header, every error in its body too. */
function withLogId(reply: Reply, logId: string, brand: Brand): Reply {
  const named = { ...reply, headers: { ...reply.headers, 'x-tt-logid': logId } };
  if (!reply.code || reply.status < 400) return named;
  const envelope = JSON.parse(reply.body.toString()) as { error?: object | string };
  // The flat bodies of OAuth have a word there.
  if (typeof envelope.error === 'string') return named;
  const troubleshooter = `https://${hostsOf(brand).open}/search?log_id=${logId}&code=${reply.code}`;
  const error = { log_id: logId, troubleshooter, ...envelope.error };
  return { ...named, body: Buffer.from(JSON.stringify({ ...envelope, error })) };
}
