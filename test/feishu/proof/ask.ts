import { Agent, request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:tls';
import type { Feishu } from '../server';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  json: { code?: number; [key: string]: unknown };
}

export interface Question {
  /** Default: `open.feishu.cn`. */
  host?: string;
  method?: string;
  token?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent instead of a body, as forms are. */
  form?: Record<string, string>;
}

const agents = new WeakMap<Feishu, Agent>();

/**
 * An agent that takes every host name to the server's port and trusts its one certificate, whose names it
 * checks: TLS stays as strict as ever for everything else.
 */
export function agentTo(feishu: Feishu): Agent {
  const known = agents.get(feishu);
  if (known) return known;
  const agent = new Agent({ keepAlive: true });
  agents.set(feishu, agent);
  agent.createConnection = (options) =>
    connect({
      host: '127.0.0.1',
      port: feishu.port,
      servername: 'servername' in options ? String(options.servername) : 'localhost',
      ca: feishu.certificate,
      ALPNProtocols: ['http/1.1'],
    });
  return agent;
}

/** One request over HTTP/1.1 under the host's own name. */
export function ask(feishu: Feishu, path: string, question: Question = {}): Promise<Answer> {
  const { host = 'open.feishu.cn', method = 'GET', token, body } = question;
  return new Promise((resolve, reject) => {
    const headers = {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(question.form && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...question.headers,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const sent = request(
      { host, servername: host, path, method, headers, agent: agentTo(feishu) },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('error', reject);
        reply.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({ status: reply.statusCode ?? 0, headers: reply.headers, bytes, json: parse(bytes) });
        });
      },
    );
    sent.on('error', reject);
    if (question.form) sent.end(new URLSearchParams(question.form).toString());
    else sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function parse(bytes: Buffer): Answer['json'] {
  try {
    return JSON.parse(bytes.toString()) as Answer['json'];
  } catch {
    return {};
  }
}

/** Path of a board's picture. */
export function picturePath(boardId: string): string {
  return `/open-apis/board/v1/whiteboards/${boardId}/download_as_image`;
}
