import type { PageDescription } from '../boards/board';
import type { ErrorData } from '../errors';
import type { AccountStatus } from '../messaging/account-replies';
import type { TopicSnapshots } from '../messaging/protocol';
import type { PageProbe } from './parse-probe';

/** An answer, or why there is none, and after how many ms. */
export type Timed<Value> = { ms: number } & ({ value: Value } | { error: ErrorData });

/** A list of boards that was kept from another time. */
export interface KeptList {
  boards: number;
  /** When the Open API gave it, in ms since the epoch. */
  listedAt: number;
}

/** What the extension is, and runs in. */
export interface Build {
  version: string;
  userAgent: string;
  language: string;
}

/** All that was met on a page, as it came: titles, names and ids are in it. It is shown to nobody like this. */
export interface Met {
  /** In ms since the epoch. */
  at: number;
  build: Build;
  /** The page's address; undefined where the browser does not tell. */
  url: string | undefined;
  /** Hosts of the documents of a company's own deployment, where there is one. They are in no report. */
  companyHosts: readonly string[];
  /** What our content script answered. */
  description: Timed<PageDescription>;
  /** What the page itself answered. */
  probe: Timed<PageProbe>;
  accounts: Timed<AccountStatus[]>;
  kept: Timed<KeptList[]>;
  /** Each list that the background published, and after how many ms. */
  lists: { ms: number; snapshot: TopicSnapshots['boards'] }[];
}
