import { constants, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Fault } from './faults';
import type { Reply } from './reply';

/** One request and its response; over HTTP/1.1 Node gives its older kinds, which have the same face here. */
export interface Exchange {
  request: Http2ServerRequest;
  response: Http2ServerResponse;
  /** Aborted when the server closes. */
  closing: AbortSignal;
}

/** Sends the reply, spoiled on the way as the fault has it. */
export async function send(exchange: Exchange, reply: Reply, fault: Fault | undefined): Promise<void> {
  if (fault?.kind === 'reset') return breakOff(exchange);
  if (fault?.kind === 'wrong-length') return sendWrongLength(exchange, reply, fault.claims);
  if (fault?.kind === 'no-length') return sendWithoutLength(exchange, reply, fault.half ?? false);
  if (fault?.kind === 'gzip') return send(exchange, packedFor(exchange, reply), undefined);
  const { response } = exchange;
  response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length });
  if (fault?.kind === 'cut-short') {
    response.write(halfOf(reply.body), () => breakOff(exchange));
  } else if (fault?.kind === 'slow-body') {
    await trickle(exchange, reply.body, fault.pieces ?? 20, fault.pauseMs ?? 50);
  } else {
    response.end(reply.body);
  }
}

/**
 * HTTP/2 needs no such header, so there it is simply untrue. To HTTP/1.1 it is the truth: where it claims less,
 * the body ends there and the client cannot know better; where it claims more, the connection ends too early.
 */
function sendWrongLength(exchange: Exchange, reply: Reply, claims: number | undefined): void {
  const { request, response } = exchange;
  const claimed = claims ?? Math.floor(reply.body.length / 2);
  response.writeHead(reply.status, { ...reply.headers, 'content-length': claimed });
  if (request.httpVersionMajor === 2) response.end(reply.body);
  else if (claimed <= reply.body.length) response.end(reply.body.subarray(0, claimed));
  else response.write(reply.body, () => breakOff(exchange));
}

/** Written before the end, so that Node does not work the length out by itself. */
function sendWithoutLength({ response }: Exchange, { status, headers, body }: Reply, half: boolean): void {
  response.writeHead(status, headers);
  response.write(half ? halfOf(body) : body);
  response.end();
}

function packedFor({ request }: Exchange, reply: Reply): Reply {
  const accepted = request.headers['accept-encoding'] ?? '';
  if (!/\bgzip\b/.test(accepted)) return reply;
  return {
    ...reply,
    headers: { ...reply.headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: gzipSync(reply.body),
  };
}

function halfOf(body: Buffer): Buffer {
  return body.subarray(0, Math.floor(body.length / 2));
}

async function trickle(exchange: Exchange, body: Buffer, pieces: number, pauseMs: number): Promise<void> {
  const size = Math.max(1, Math.ceil(body.length / pieces));
  for (let start = 0; start < body.length; start += size) {
    await pause(pauseMs, undefined, { signal: exchange.closing });
    if (isGone(exchange)) return;
    exchange.response.write(body.subarray(start, start + size));
  }
  exchange.response.end();
}

/** Whether nobody waits for the answer any more. */
export function isGone({ request }: Exchange): boolean {
  return request.httpVersionMajor === 1 ? request.socket.destroyed : request.stream.destroyed;
}

/** Over HTTP/2 only this stream is reset, so that the other requests of the connection go on. */
function breakOff({ request }: Exchange): void {
  if (request.httpVersionMajor === 1) request.socket.destroy();
  else request.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
}
