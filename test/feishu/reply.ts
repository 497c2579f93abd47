/** What a route answers; how it travels over the wire is the sender's business. */
export interface Reply {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Buffer;
  /** The `code` of a JSON body, for the log of requests. */
  code?: number;
}

/** The envelope of every Open API reply. */
export interface Envelope {
  code: number;
  msg: string;
  [key: string]: unknown;
}

export function json(status: number, envelope: Envelope, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: Buffer.from(JSON.stringify(envelope)),
    code: envelope.code,
  };
}

/** Bodies of OAuth: flat, with a `code` or without. */
export function flat(status: number, body: { code?: number; [key: string]: unknown }): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: Buffer.from(JSON.stringify(body)),
    ...(body.code !== undefined && { code: body.code }),
  };
}

export function redirect(location: string): Reply {
  return { status: 302, headers: { location, 'cache-control': 'no-store' }, body: Buffer.alloc(0) };
}

export function success(data: object): Reply {
  return json(200, { code: 0, msg: 'success', data });
}

export function failure(status: number, code: number, msg: string): Reply {
  return json(status, { code, msg });
}

export function text(status: number, body: string, type = 'text/plain; charset=utf-8'): Reply {
  return { status, headers: { 'content-type': type }, body: Buffer.from(body) };
}

/** The gateway's answer to a path or a method that it does not have. */
export function notFound(): Reply {
  return text(404, '404 page not found', 'text/plain');
}
