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
  /** The fields of a form or of a flat JSON body; undefined if it is neither. No body has no fields. */
  fields: Fields | undefined;
}

export type Fields = Readonly<Record<string, string | undefined>>;

export async function readIncoming(request: Http2ServerRequest): Promise<Incoming> {
  const { headers, method, url: target } = request;
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  const text = await readText(request);
  const body = parseJson(text);
  return {
    host: withoutPort(headers[':authority'] ?? headers.host ?? ''),
    method,
    target,
    path,
    query: new URLSearchParams(query),
    authorization: headers.authorization,
    userAgent: headers['user-agent'],
    body,
    fields: isForm(headers['content-type'])
      ? Object.fromEntries(new URLSearchParams(text))
      : fieldsOf(body, text),
  };
}

async function readText(request: Http2ServerRequest): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString();
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function isForm(contentType: string | undefined): boolean {
  return contentType?.startsWith('application/x-www-form-urlencoded') ?? false;
}

function fieldsOf(body: unknown, text: string): Fields | undefined {
  if (text === '') return {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const entries = Object.entries(body).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}
