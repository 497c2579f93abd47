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
  /** The body, whatever its type. */
  text: string;
  /** The body that was sent as JSON; undefined if there is none, or it is no JSON. */
  body: unknown;
  /** The fields of a form; undefined if it is none. No body has no fields. */
  fields: Fields | undefined;
}

export type Fields = Readonly<Record<string, string | undefined>>;

export async function readIncoming(request: Http2ServerRequest): Promise<Incoming> {
  const { headers, method, url: target } = request;
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  const text = await readText(request);
  const type = mediaType(headers['content-type']);
  return {
    host: withoutPort(headers[':authority'] ?? headers.host ?? ''),
    method,
    target,
    path,
    query: new URLSearchParams(query),
    authorization: headers.authorization,
    userAgent: headers['user-agent'],
    text,
    body: type === 'application/json' ? parseJson(text) : undefined,
    fields:
      text === '' || type === 'application/x-www-form-urlencoded'
        ? Object.fromEntries(new URLSearchParams(text))
        : undefined,
  };
}

async function readText(request: Http2ServerRequest): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString();
}

/** @returns undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The texts of a flat JSON body; undefined if it is none. */
export function fieldsIn(body: unknown): Fields | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const entries = Object.entries(body).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}

/** `Application/JSON; charset=utf-8` → `application/json`. */
function mediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
