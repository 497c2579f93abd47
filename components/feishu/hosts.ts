import type { Brand, Home, ServiceHosts } from '../boards/board';
import { AppError } from '../errors';

/**
 * The hosts of the brands: of the Open API, the only ones that a token is ever sent to, and where people sign in, the
 * only ones that an app's secret is ever sent to.
 * Sources: Open API, Calling process, https://open.feishu.cn/document/server-docs/api-call-guide/calling-process/overview;
 * Obtain authorization code, https://open.feishu.cn/document/authentication-management/access-token/obtain-oauth-code
 */
const brandHosts: Readonly<Record<Exclude<Brand, 'company'>, ServiceHosts>> = {
  feishu: { open: 'open.feishu.cn', accounts: 'accounts.feishu.cn' },
  lark: { open: 'open.larksuite.com', accounts: 'accounts.larksuite.com' },
};

/** The service hosts of a home. Errors: `company-hosts-missing` for a company's that nobody has named. */
export function serviceHosts({ brand, hosts }: Home): ServiceHosts {
  const found = brand === 'company' ? hosts : brandHosts[brand];
  if (!found) throw new AppError('company-hosts-missing');
  return found;
}

/** The address of `path` (which starts with `/`, its parts encoded) at the Open API. Errors: those of `serviceHosts`. */
export function openUrl(home: Home, path: string, query: Readonly<Record<string, string>> = {}): string {
  return addressOf(serviceHosts(home).open, path, query);
}

/** The address of `path` where people sign in. Errors: those of `serviceHosts`. */
export function accountsUrl(home: Home, path: string, query: Readonly<Record<string, string>> = {}): string {
  return addressOf(serviceHosts(home).accounts, path, query);
}

function addressOf(host: string, path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return `https://${host}${path}${search && `?${search}`}`;
}

/** Whether `text` is an https address on one of the home's own service hosts: only such pages are opened to sign in. */
export function isServicePage(home: Home, text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host, username, password } = new URL(text);
  const { open, accounts } = serviceHosts(home);
  return protocol === 'https:' && (host === accounts || host === open) && !username && !password;
}

/** The page of the developer console where an app is given scopes. Source: the official Node SDK. */
export function scopeApplyUrl(home: Home, appId: string, scopes: readonly string[]): string {
  return openUrl(home, '/page/scope-apply', { clientID: appId, scopes: scopes.join(',') });
}
