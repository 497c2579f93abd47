import { once, setMaxListeners } from 'node:events';
import { createSecureServer, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { makeCertificate } from './certificate';
import type { Exchange } from './send';

export interface Listening {
  port: number;
  /** PEM, for clients that want to check it. */
  certificate: string;
  /** Breaks off what is under way and frees the port. */
  close: () => Promise<void>;
}

/** Listens on loopback only, with TLS, for HTTP/2 and HTTP/1.1 alike. Port 0 takes a free one. */
export async function listen(
  options: { port: number; hosts: readonly string[] },
  handle: (exchange: Exchange) => Promise<void>,
): Promise<Listening> {
  const { key, cert } = await makeCertificate(options.hosts);
  const closing = new AbortController();
  // Every request that is held up listens to it.
  setMaxListeners(0, closing.signal);
  const server = createSecureServer({ allowHTTP1: true, key, cert }, (request, response) => {
    // A client that goes away in the middle is nobody's error here.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    void handle({ request, response, closing: closing.signal });
  });
  const open = new Set<Socket | ServerHttp2Session>();
  const track = (connection: Socket | ServerHttp2Session): void => {
    open.add(connection);
    connection.on('error', () => undefined);
    connection.once('close', () => open.delete(connection));
  };
  server.on('connection', track);
  server.on('session', track);
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    certificate: cert,
    async close() {
      closing.abort();
      const closed = once(server, 'close');
      server.close();
      for (const connection of open) connection.destroy();
      await closed;
    },
  };
}
