import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy on loopback: the hosts it knows lead to one port of this machine, all others nowhere. */
export interface LoopbackProxy {
  port: number;
  /** Hosts that were asked for and lead nowhere. */
  refused: ReadonlySet<string>;
  close(): Promise<void>;
}

/**
 * Firefox has no list of host names to resolve for a test, but it sends every name that it wants to a proxy.
 *
 * @param leadsHere whether a host name is led to `port`
 * @param port where the TLS connections go
 */
export async function startLoopbackProxy(
  leadsHere: (host: string) => boolean,
  port: number,
): Promise<LoopbackProxy> {
  const open = new Set<Socket>();
  const refused = new Set<string>();
  const track = (socket: Socket): void => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
  };
  const server = createServer((_, response) => response.writeHead(403).end());
  server.on('connection', track);
  server.on('connect', ({ url = '' }, client: Socket, head: Buffer) => {
    const { hostname } = new URL(`https://${url}`);
    if (!leadsHere(hostname)) {
      refused.add(hostname);
      return client.end('HTTP/1.1 502 Unknown host\r\n\r\n');
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    track(upstream);
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
