import * as v from 'valibot';
import type { Home } from '../boards/board';
import { AppError } from '../errors';
import type { Reply } from './exchange';
import { failureOf } from './failures';
import type { Bytes } from './read-body';
import { envelope } from './schemas';

/** A picture as the server sent it. */
export interface BoardImage {
  bytes: Uint8Array<ArrayBuffer>;
  /** What the server calls it: lower case, without parameters. The bytes may tell another story. */
  claimedType: string | undefined;
}

/** What is needed to make sense of a reply. */
export interface Judging extends Home {
  /** Milliseconds since the epoch. */
  now: number;
}

/** JSON bodies that are errors are short: a larger body that starts with `{` is not looked into. */
const largestErrorBytes = 1_000_000;

/** The `data` of a JSON reply. Errors: whatever the server refused with, `response-unreadable`. */
export function judgeJson<T>(dataSchema: v.GenericSchema<unknown, T>, reply: Reply, judging: Judging): T {
  const body = jsonIn(reply.bytes);
  requireSuccess(reply, body, judging);
  const data = v.safeParse(v.object({ code: v.picklist([0]), data: dataSchema }), body);
  if (!data.success) throw new AppError('response-unreadable', { status: reply.status });
  return data.output.data;
}

/**
 * The picture in a reply. Its type is only what the server claims.
 * Errors: whatever the server refused with (an error comes as JSON, sometimes with status 200, and nothing
 * promises that it is labelled as JSON), `response-not-image`.
 */
export function judgeImage(reply: Reply, judging: Judging): BoardImage {
  const claimedType = reply.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() || undefined;
  const body = startsLikeJson(reply.bytes) ? jsonIn(reply.bytes) : undefined;
  requireSuccess(reply, body, judging);
  const bytes = joined(reply.bytes);
  if (body !== undefined || bytes.length === 0 || claimedType === 'text/html') {
    throw new AppError('response-not-image', { status: reply.status });
  }
  return { bytes, claimedType };
}

/** Throws what the server refused with, whether it says so by its status or by a code in the body. */
function requireSuccess(reply: Reply, body: unknown, judging: Judging): void {
  const { status, headers } = reply;
  const parsed = v.safeParse(envelope, body);
  const isRefused = status < 200 || status > 299 || (parsed.success && parsed.output.code !== 0);
  if (isRefused) throw failureOf({ ...judging, status, headers, body });
}

function startsLikeJson(bytes: Bytes): boolean {
  const head = bytes.slice(0, 4).map((piece) => piece.subarray(0, 64));
  return sizeOf(bytes) <= largestErrorBytes && textIn(head).trimStart().startsWith('{');
}

/** The value that the bytes are JSON of, or undefined. */
export function jsonIn(bytes: Bytes): unknown {
  try {
    return JSON.parse(textIn(bytes));
  } catch {
    return undefined;
  }
}

function joined(pieces: Bytes): Uint8Array<ArrayBuffer> {
  const [first, ...others] = pieces;
  if (first && others.length === 0) return first;
  const bytes = new Uint8Array(sizeOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}

function sizeOf(pieces: Bytes): number {
  return pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
}

function textIn(bytes: Bytes): string {
  const decoder = new TextDecoder();
  return bytes.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
}
