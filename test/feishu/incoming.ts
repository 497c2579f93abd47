import type { Http2ServerRequest } from 'node:http2';
import { withoutPort } from './hosts';

/** What one request asks, in either version of HTTP. */
export interface Incoming {
  /** Lower case, without a port. */
  host: string;
  method: string;
  /** Path and query, as sent. */
  target: string;
  path: string;
  query: URLSearchParams;
  authorization: string | undefined;
  userAgent: string | undefined;
  /** The JSON body; undefined if there is none, or it is no JSON. */
  body: unknown;
}

export async function readIncoming(request: Http2ServerRequest): Promise<Incoming> {
  const { headers, method, url: target } = request;
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  return {
    host: withoutPort(headers[':authority'] ?? headers.host ?? ''),
    method,
    target,
    path,
    query: new URLSearchParams(query),
    authorization: headers.authorization,
    userAgent: headers['user-agent'],
    body: await readJson(request),
  };
}

async function readJson(request: Http2ServerRequest): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  if (chunks.length === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString()) as unknown;
  } catch {
    return undefined;
  }
}
