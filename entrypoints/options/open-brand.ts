import browser from 'webextension-polyfill';
import type { Brand } from '../../components/boards/board';
import { brandOfHost, documentMatches } from '../../components/boards/page-url';
import { companyPages } from '../../components/settings/company';
import { settings } from '../../components/settings/settings';

/** The brand of the documents that are open, where they are all of one. */
export async function openBrand(): Promise<Brand | undefined> {
  const company = await settings.company.get();
  const tabs = await browser.tabs.query({ url: [...documentMatches, ...companyPages(company)] });
  const brands = new Set(
    tabs.flatMap(({ url }) => (url && brandOfHost(new URL(url).hostname, company?.documents)) || []),
  );
  return brands.size === 1 ? [...brands][0] : undefined;
}
