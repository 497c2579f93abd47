import { AppError } from '../errors';
import type { Brand, DocumentAddress } from './board';

/** Hosts whose subdomains, at any depth, serve documents; and the brand whose Open API knows these. */
const brandsByHost: Readonly<Record<string, Brand>> = {
  'feishu.cn': 'feishu',
  'larkoffice.com': 'feishu',
  'larkenterprise.com': 'feishu',
  'feishu.net': 'feishu',
  'feishu-pre.net': 'feishu',
  'larksuite.com': 'lark',
};

export const documentHosts: string[] = Object.keys(brandsByHost);

/** The same as match patterns, for the manifest. */
export const documentMatches: string[] = documentHosts.map((host) => `https://*.${host}/*`);

/** Names below a document host that serve no documents: the developer console and the sign-in pages. */
const otherServices = /^(open|accounts)\./;

/** What documents that the docx API does not know have as the first part of their path. */
const unsupportedKinds = new Set([
  'base',
  'bitable',
  'board',
  'doc',
  'docs',
  'file',
  'mindnote',
  'mindnotes',
  'minutes',
  'sheet',
  'sheets',
  'slides',
]);

/** Long enough that `/wiki/settings` and its like are not taken for a node. */
const tokenShape = /^[A-Za-z0-9_-]{16,64}$/;

/**
 * The brand that serves documents at this host name, or undefined if none does.
 * @param companyHosts of a company's own deployment, each with the names below it
 */
export function brandOfHost(host: string, companyHosts: readonly string[] = []): Brand | undefined {
  const name = host.toLowerCase();
  if (otherServices.test(name)) return undefined;
  const isAt = (known: string): boolean => name === known || name.endsWith(`.${known}`);
  const suffix = documentHosts.find(isAt);
  if (suffix === undefined) return companyHosts.some(isAt) ? 'company' : undefined;
  return brandsByHost[suffix];
}

/**
 * What a page address points at.
 * Errors: `page-kind-unsupported` (a document of another editor), `page-not-document` (anything else).
 * @param brandAt the brand that serves documents at a host
 */
export function parseDocumentAddress(
  url: string,
  brandAt: (host: string) => Brand | undefined = brandOfHost,
): DocumentAddress {
  if (!URL.canParse(url)) throw new AppError('page-not-document');
  const { protocol, hostname, pathname } = new URL(url);
  const brand = protocol === 'https:' ? brandAt(hostname) : undefined;
  if (!brand) throw new AppError('page-not-document');

  const [, kind = '', token = '', ...rest] = pathname.split('/');
  if (unsupportedKinds.has(kind) && token) throw new AppError('page-kind-unsupported');
  const isWhole = rest.join('') === '' && tokenShape.test(token);
  if ((kind !== 'docx' && kind !== 'wiki') || !isWhole) throw new AppError('page-not-document');
  return { brand, kind, token };
}
