import type { Brand } from './entities';

/** Which face of Feishu a host name shows. */
export type Face =
  | { kind: 'open' | 'accounts'; brand: Brand }
  /** Documents: `acme.feishu.cn`, `acme.jp.larksuite.com`, `acme.larkoffice.com` … */
  | { kind: 'pages' }
  /** `localhost` and `127.0.0.1`: the server's own controls. */
  | { kind: 'control' }
  | { kind: 'unknown' };

const brandDomain: Record<Brand, string> = {
  feishu: 'feishu.cn',
  lark: 'larksuite.com',
  company: 'acme-works.example',
};

/** Domains whose subdomains hold documents. */
export const documentDomains = [
  'feishu.cn',
  'feishu.net',
  'feishu-pre.net',
  'larksuite.com',
  'larkoffice.com',
  'larkenterprise.com',
  'acme-works.example',
] as const;

export function hostsOf(brand: Brand): { open: string; accounts: string } {
  return { open: `open.${brandDomain[brand]}`, accounts: `accounts.${brandDomain[brand]}` };
}

/** @param host as in the Host header, without a port, in lower case. */
export function faceOf(host: string): Face {
  for (const brand of ['feishu', 'lark', 'company'] as const) {
    if (host === hostsOf(brand).open) return { kind: 'open', brand };
    if (host === hostsOf(brand).accounts) return { kind: 'accounts', brand };
  }
  if (host === 'localhost' || host === '127.0.0.1') return { kind: 'control' };
  return documentDomains.some((domain) => host.endsWith(`.${domain}`))
    ? { kind: 'pages' }
    : { kind: 'unknown' };
}

/** `ACME.feishu.cn:443` → `acme.feishu.cn`. */
export function withoutPort(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}
