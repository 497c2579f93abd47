import { latestDocument } from '../../components/finding/latest-document';
import { settings } from '../../components/settings/settings';
import type { WayToBoards } from '../../components/ui/popup/popup-deps';

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
  const front = tabUrl?.startsWith('https:') ? new URL(tabUrl) : undefined;
  if (front?.pathname.startsWith(homePath)) return undefined;
  return { url: (front?.origin ?? (await lastUsedSite())) + homePath };
}

async function lastUsedSite(): Promise<string> {
  const [brand, company] = await Promise.all([settings.defaultBrand.get(), settings.company.get()]);
  if (brand !== 'company') return homes[brand];
  const [host] = company?.documents ?? [];
  return host === undefined ? homes.feishu : `https://${host}`;
}
