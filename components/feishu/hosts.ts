import type { Brand } from '../boards/board';

/**
 * The host of each brand's Open API: the only hosts that a token is ever sent to.
 * Source: Open API, Calling process, https://open.feishu.cn/document/server-docs/api-call-guide/calling-process/overview
 */
export const openHosts: Readonly<Record<Brand, string>> = {
  feishu: 'open.feishu.cn',
  lark: 'open.larksuite.com',
};

/** The address of `path` (which starts with `/`, its parts encoded) at the brand's Open API. */
export function openUrl(brand: Brand, path: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `https://${openHosts[brand]}${path}${search && `?${search}`}`;
}

/**
 * The host where each brand signs people in: the only hosts that an app's secret is ever sent to.
 * Source: Open API, Obtain authorization code, https://open.feishu.cn/document/authentication-management/access-token/obtain-oauth-code
 */
const accountsHosts: Readonly<Record<Brand, string>> = {
  feishu: 'accounts.feishu.cn',
  lark: 'accounts.larksuite.com',
};

/** The address of `path` at the brand's sign-in host. */
export function accountsUrl(
  brand: Brand,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams(query).toString();
  return `https://${accountsHosts[brand]}${path}${search && `?${search}`}`;
}

/** Whether `text` is an https address on one of the brand's own service hosts: only such pages are opened to sign in. */
export function isServicePage(brand: Brand, text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host, username, password } = new URL(text);
  const isOwn = host === accountsHosts[brand] || host === openHosts[brand];
  return protocol === 'https:' && isOwn && !username && !password;
}

/** The page of the developer console where an app is given scopes. Source: the official Node SDK. */
export function scopeApplyUrl(brand: Brand, appId: string, scopes: readonly string[]): string {
  return openUrl(brand, '/page/scope-apply', { clientID: appId, scopes: scopes.join(',') });
}
