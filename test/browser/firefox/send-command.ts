import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/**
 * Has Firefox do what Playwright has no word for, by a command of WebDriver BiDi.
 *
 * @param socket of the bridge: see `bidi-bridge.mjs`
 * @returns what Firefox answered
 * @throws Error with Firefox's own words where it could not
 */
export async function sendCommand(socket: string, method: string, params: object): Promise<unknown> {
  const connection = connect(socket);
  await once(connection, 'connect');
  connection.end(JSON.stringify({ method, params }));
  const answer = JSON.parse(await text(connection)) as { type: string; result?: unknown; message?: string };
  if (answer.type !== 'success') throw new Error(`${method}: ${answer.message}`);
  return answer.result;
}
