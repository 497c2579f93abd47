import browser from 'webextension-polyfill';
import type { Brand } from '../../components/boards/board';
import { brandOfHost, documentMatches } from '../../components/boards/page-url';

/** The brand of the documents that are open, where they are all of one. */
export async function openBrand(): Promise<Brand | undefined> {
  const tabs = await browser.tabs.query({ url: documentMatches });
  const brands = new Set(tabs.flatMap(({ url }) => (url && brandOfHost(new URL(url).hostname)) || []));
  return brands.size === 1 ? [...brands][0] : undefined;
}
