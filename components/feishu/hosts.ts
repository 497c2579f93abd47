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
