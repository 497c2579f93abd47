#!/usr/bin/env node
// Starts Firefox for Playwright and stands between the two. Playwright drives stock Firefox by WebDriver BiDi, and
// expects a little more of it than the extended support release can do.
// https://www.w3.org/TR/webdriver-bidi/
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

/** Commands that Playwright always sends and that Firefox ESR 153 does not know. The tests need none of them. */
const unknownToFirefox = new Set(['emulation.setMediaFeaturesOverride']);

/** Our own requests are numbered beyond this; Playwright counts from 1. */
const ownIds = 1_000_000_000;

const firefox = spawn(process.env['BOARD_SAVER_FIREFOX'] ?? 'firefox-esr', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
firefox.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
firefox.on('exit', (code) => process.exit(code ?? 1));

for await (const line of createInterface(firefox.stderr)) {
  const [announced, address] = /^WebDriver BiDi listening on (ws:\/\/\S+)$/.exec(line) ?? [];
  if (announced === undefined || address === undefined) console.error(line);
  else console.error(announced.replace(address, `ws://127.0.0.1:${await bridgeTo(address)}`));
}

/**
 * @param {string} address of Firefox
 * @returns {Promise<number>} the port to connect to in its place
 */
function bridgeTo(address) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (client, { url }) => connect(client, new WebSocket(`${address}${url}`)));
  return new Promise((resolve) => {
    server.once('listening', () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : 0);
    });
  });
}

/**
 * @param {WebSocket} client Playwright
 * @param {WebSocket} upstream Firefox
 */
function connect(client, upstream) {
  const isOpen = new Promise((resolve) => upstream.once('open', resolve));
  let lastId = ownIds;
  /** @param {object} command @returns {number} its number */
  const send = (command) => {
    lastId += 1;
    upstream.send(JSON.stringify({ id: lastId, ...command }));
    return lastId;
  };
  const extensionPages = followExtensionPages(send);
  const answerTests = listenToTests(process.env['BOARD_SAVER_COMMANDS'], send);
  /** @type {Map<number, string>} The pages that are being closed, by the numbers of the commands. */
  const closing = new Map();

  client.on('message', (data) => {
    const { id, method, params } = JSON.parse(textOf(data));
    if (method === 'browsingContext.close') closing.set(id, params.context);
    if (unknownToFirefox.has(method)) client.send(JSON.stringify({ type: 'success', id, result: {} }));
    else void isOpen.then(() => upstream.send(textOf(data)));
  });
  upstream.on('message', (data) => {
    const message = JSON.parse(textOf(data));
    if (message.id > ownIds) return answerTests(message);
    extensionPages(message);
    const context = closing.get(message.id);
    closing.delete(message.id);
    // It had closed itself.
    const isGone = context !== undefined && message.error === 'no such frame';
    client.send(isGone ? JSON.stringify({ type: 'success', id: message.id, result: {} }) : textOf(data));
    if (context === undefined || !(isGone || message.type === 'success')) return;
    // Of an extension's page Firefox does not tell that it is gone, for which Playwright waits. To hear it twice does no harm.
    const gone = { type: 'event', method: 'browsingContext.contextDestroyed', params: { context } };
    extensionPages(gone);
    client.send(JSON.stringify(gone));
  });
  client.on('close', () => upstream.close());
  upstream.on('close', () => client.close());
  upstream.on('error', () => client.close());
}

/**
 * Takes commands of tests, for what Playwright has no word for: one from each that connects. `send-command.ts` sends them.
 *
 * @param {string | undefined} socket the path to listen at; undefined: no test has any
 * @param {(command: object) => number} send
 * @returns {(answer: { id: number }) => void} what takes Firefox's answers
 */
function listenToTests(socket, send) {
  /** @type {Map<number, import('node:net').Socket>} */
  const waiting = new Map();
  if (socket !== undefined) {
    createServer({ allowHalfOpen: true }, (test) => {
      let command = '';
      test.on('data', (data) => (command += data));
      test.on('end', () => waiting.set(send(JSON.parse(command)), test));
    }).listen(socket);
  }
  return (answer) => {
    waiting.get(answer.id)?.end(JSON.stringify(answer));
    waiting.delete(answer.id);
  };
}

/**
 * An extension's page runs in another process than the page before it, of which Firefox often tells nothing until
 * somebody asks for the page's realms.
 *
 * @param {(command: object) => unknown} send
 * @returns {(event: { method?: string, params?: { context: string, parent?: string | null, origin?: string, url?: string } }) => void}
 */
function followExtensionPages(send) {
  /** @type {Map<string, ReturnType<typeof setInterval>>} */
  const asking = new Map();
  return ({ method, params }) => {
    if (params === undefined) return;
    const { context } = params;
    const isKnown = method === 'script.realmCreated' && /^(moz-extension|https?):/.test(params.origin ?? '');
    if (isKnown || method === 'browsingContext.contextDestroyed') {
      clearInterval(asking.get(context));
      asking.delete(context);
    } else if (mayLeadThere(method, params)) {
      clearInterval(asking.get(context));
      const ask = () => send({ method: 'script.getRealms', params: { context } });
      asking.set(context, setInterval(ask, 200));
    }
  };
}

/**
 * Of a new tab even the commit of its first navigation may go untold.
 *
 * @param {string | undefined} method
 * @param {{ parent?: string | null, url?: string }} params
 */
function mayLeadThere(method, { parent, url }) {
  if (method === 'browsingContext.contextCreated') return parent === null;
  return method === 'browsingContext.navigationCommitted' && url?.startsWith('moz-extension:') === true;
}

/** @param {import('ws').RawData} data */
function textOf(data) {
  return Buffer.isBuffer(data) ? data.toString('utf8') : '';
}
