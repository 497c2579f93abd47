import type { Fault } from './faults';
import { json, text, type Reply } from './reply';
import { refuse } from './sign-in/token-errors';

const signInPage = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Sign in</title></head>
  <body><form method="post"><label>Password <input type="password"></label><button>Sign in</button></form></body>
</html>
`;

/** The answer of a fault that has one of its own; undefined for faults that spoil the true answer. */
export function faultReply(fault: Fault): Reply | undefined {
  switch (fault.kind) {
    case 'status':
      return fault.code === undefined
        ? {
            ...text(fault.status, fault.msg ?? ''),
            headers: { 'content-type': 'text/plain', ...fault.headers },
          }
        : json(fault.status, { code: fault.code, msg: fault.msg ?? 'fault on demand' }, fault.headers);
    case 'json-200':
      return json(200, { code: fault.code, msg: fault.msg ?? 'fault on demand' });
    case 'oauth':
      return refuse(fault.code);
    case 'html':
      return text(200, fault.html ?? signInPage, 'text/html; charset=utf-8');
    case 'body':
      return {
        status: fault.status ?? 200,
        headers: { 'content-type': fault.contentType },
        body: Buffer.from(fault.body),
      };
    case 'delay':
    case 'slow-body':
    case 'cut-short':
    case 'wrong-length':
    case 'no-length':
    case 'gzip':
    case 'reset':
    default:
      return undefined;
  }
}
