import type { Account } from '../account/account';
import type { AccountStore } from '../account/account-store';
import type { DocumentAddress, PageDescription } from '../boards/board';
import { parsePageDescription } from '../boards/page-description';
import { brandOfHost, parseDocumentAddress } from '../boards/page-url';
import type { Clock } from '../clock';
import { AppError } from '../errors';

export interface OpenPageDeps {
  /** Asks a tab's page to describe itself. What comes back is parsed here. */
  describePage: (tabId: number) => Promise<unknown>;
  /** Hosts of the documents of a company's own deployment. */
  companyHosts: () => Promise<readonly string[]>;
  accounts: Pick<AccountStore, 'get'>;
  clock: Clock;
}

/** The page of a tab, what document it shows, and who is signed in there. */
export interface OpenPage {
  tabId: number;
  page: PageDescription;
  address: DocumentAddress;
  account: Account | undefined;
}

/** A page that has said nothing for so long, in ms, is stuck; one that is busy with a long document answers sooner. */
const pageSilentAfterMs = 12_000;

/**
 * Joins a tab's page with the account of its brand.
 * @throws AppError `page-unreachable`: nobody hears there, or nobody answers; `page-not-document`,
 * `page-kind-unsupported`
 */
export function createPageOpener(deps: OpenPageDeps): (tabId: number) => Promise<OpenPage> {
  const { accounts, clock, companyHosts, describePage } = deps;

  const ask = async (tabId: number): Promise<unknown> => {
    const answered = new AbortController();
    const silent = clock.sleep(pageSilentAfterMs, answered.signal).then(() => {
      throw new AppError('page-unreachable');
    });
    try {
      return await Promise.race([describePage(tabId), silent]);
    } finally {
      silent.catch(() => undefined);
      answered.abort();
    }
  };

  return async (tabId) => {
    const page = parsePageDescription(await ask(tabId));
    const company = await companyHosts();
    const address = parseDocumentAddress(page.url, (host) => brandOfHost(host, company));
    return { tabId, page, address, account: await accounts.get(address.brand) };
  };
}
