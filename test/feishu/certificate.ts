import { isIP } from 'node:net';
import { generate } from 'selfsigned';
import { documentDomains } from './hosts';

/** A key and a certificate (PEM) for the hosts given and the usual ones; made anew at each start, kept nowhere. */
export async function makeCertificate(hosts: readonly string[]): Promise<{ key: string; cert: string }> {
  const names = ['localhost', '127.0.0.1', ...documentDomains.map((domain) => `*.${domain}`), ...hosts];
  const altNames = [...new Set(names)].map((name) =>
    isIP(name) ? ({ type: 7, ip: name } as const) : ({ type: 2, value: name } as const),
  );
  const made = await generate([{ name: 'commonName', value: 'Embedded Feishu (throw-away)' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  return { key: made.private, cert: made.cert };
}
