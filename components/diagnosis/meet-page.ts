import { parsePageDescription } from '../boards/page-description';
import { brandOfHost, parseDocumentAddress } from '../boards/page-url';
import type { Brand, DocumentAddress } from '../boards/board';
import type { Clock } from '../clock';
import { AppError, toErrorData } from '../errors';
import type { AccountStatus } from '../messaging/account-replies';
import type { TopicSnapshots } from '../messaging/protocol';
import type { Build, KeptList, Met, Timed } from './met';
import { parseProbe } from './parse-probe';

export interface MeetPageDeps {
  build: Build;
  /** The tab's address, as far as the browser tells it. */
  url: () => Promise<string | undefined>;
  /** Hosts of the documents of a company's own deployment. */
  companyHosts: () => Promise<readonly string[]>;
  /** Asks our content script. What comes back is parsed here. */
  describePage: () => Promise<unknown>;
  /** Runs the probe in the page. What comes back is parsed here. */
  probePage: () => Promise<unknown>;
  accounts: () => Promise<AccountStatus[]>;
  /** The lists of a document that are kept from other times. */
  keptLists: (address: DocumentAddress) => Promise<KeptList[]>;
  /** Watches the tab's list of boards; returns what ends that. */
  watchBoards: (onSnapshot: (snapshot: TopicSnapshots['boards']) => void) => () => void;
  clock: Clock;
}

/** A page that has not answered after this time, in ms, is frozen or gone. */
const pagePatienceMs = 5000;
/** The Open API may take longer: a long document is listed in many steps. In ms. */
const listPatienceMs = 30_000;

/** Meets a page as the extension does, and takes down what each source answered. It never throws. */
export async function meetPage(deps: MeetPageDeps): Promise<Met> {
  const { build, clock } = deps;
  const at = clock.now();
  const since = (): number => Math.round(clock.now() - at);
  const timed = async <Value>(work: () => Promise<Value>): Promise<Timed<Value>> => {
    const start = since();
    const stop = new AbortController();
    const late = clock.sleep(pagePatienceMs, stop.signal).then(() => {
      throw new AppError('timed-out');
    });
    try {
      const value = await Promise.race([work(), late]);
      return { ms: since() - start, value };
    } catch (thrown) {
      return { ms: since() - start, error: toErrorData(thrown) };
    } finally {
      stop.abort();
      late.catch(() => undefined);
    }
  };

  const url = await deps.url().catch(() => undefined);
  const companyHosts = await deps.companyHosts().catch(() => []);
  const brandAt = (host: string): Brand | undefined => brandOfHost(host, companyHosts);
  const [description, probe, accounts, kept, lists] = await Promise.all([
    timed(async () => parsePageDescription(await deps.describePage())),
    timed(async () => parseProbe(await deps.probePage())),
    timed(deps.accounts),
    timed(async () => (url === undefined ? [] : deps.keptLists(parseDocumentAddress(url, brandAt)))),
    watchLists(deps, since),
  ]);
  return { at, build, url, companyHosts, description, probe, accounts, kept, lists };
}

/** Until the list is settled, or patience is at its end. */
async function watchLists({ clock, watchBoards }: MeetPageDeps, since: () => number): Promise<Met['lists']> {
  const lists: Met['lists'] = [];
  const settled = new AbortController();
  const stop = watchBoards((snapshot) => {
    lists.push({ ms: since(), snapshot });
    if ('problem' in snapshot || snapshot.list.settled) settled.abort();
  });
  await clock.sleep(listPatienceMs, settled.signal).catch(() => undefined);
  stop();
  return lists;
}
