import { brandOfHost } from '../boards/page-url';
import type { Company } from '../settings/company';
import { settings } from '../settings/settings';
import type { WayToBoards } from '../ui/popup/popup-deps';
import { latestDocument } from './latest-document';

/** Where a brand's documents are, whoever's they are: it leads on to those of one's own company. */
const homes = { feishu: 'https://www.feishu.cn', lark: 'https://www.larksuite.com' } as const;
const homePath = '/drive/home/';

/**
 * The document that was open last, else the documents of the site that is in front, else those of the brand that was
 * used last. Undefined where one is there already.
 * @param tabUrl of the page in front, where it is one of Feishu's
 */
export async function wayToBoards(tabUrl: string | undefined): Promise<WayToBoards | undefined> {
  const last = latestDocument(() => localStorage, tabUrl);
  if (last) return { url: last.url, title: last.title };
  const company = await settings.company.get();
  const front = siteOf(tabUrl, company);
  if (front?.pathname.startsWith(homePath)) return undefined;
  return { url: (front?.origin ?? (await lastUsedSite(company))) + homePath };
}

/** Not the developer console nor the pages of signing in, where somebody is who sets up an app: they have no documents. */
function siteOf(tabUrl: string | undefined, company: Company | null): URL | undefined {
  const page = tabUrl?.startsWith('https:') ? new URL(tabUrl) : undefined;
  return page && brandOfHost(page.hostname, company?.documents) ? page : undefined;
}

async function lastUsedSite(company: Company | null): Promise<string> {
  const brand = await settings.defaultBrand.get();
  if (brand !== 'company') return homes[brand];
  const [host] = company?.documents ?? [];
  return host === undefined ? homes.feishu : `https://${host}`;
}
