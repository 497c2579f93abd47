import type { Account } from '../account/account';
import type { Board, DocumentAddress } from '../boards/board';
import { boardName } from '../boards/board-name';
import { joinBoards } from '../boards/join-boards';
import { AppError, fromErrorData, toErrorData } from '../errors';
import { imageKey } from '../image-store/image-key';
import type { ImageStore } from '../image-store/image-store';
import type { BoardList, BoardRow, TopicSnapshots } from '../messaging/protocol';
import type { FoundBoards } from './find-boards';
import { modelFor } from './model-for';
import { createPageOpener, type OpenPageDeps } from './open-page';
import { createPageListings, type PageListingsDeps, usable } from './page-listings';

export interface TabBoardsDeps extends OpenPageDeps, PageListingsDeps {
  images: Pick<ImageStore, 'peek'>;
  /** *Board n*, in the user's language. */
  numbered: (n: number) => string;
  /** What stands for a title that is empty, in the user's language. */
  untitled: () => string;
}

/** Boards of a tab's document that somebody wants to use, with all that using them takes. */
export interface ResolvedBoards {
  account: Account;
  url: string;
  /** Never empty. */
  title: string;
  /** How many boards the document has in all. */
  total: number;
  /** In the order of the document. */
  boards: { board: Board; name: string }[];
}

/** The document of a tab. */
export interface OpenDocument {
  address: DocumentAddress;
  account: Account | undefined;
  url: string;
  /** Never empty. */
  title: string;
}

/** What is known of a tab's boards at once. */
export interface PeekedBoards {
  /** In document order; empty where only the mounted ones are known, whose place is not. */
  known: { blockId: string; name: string }[];
  /** How many there are in all; undefined where some may not be known. */
  total: number | undefined;
  mounted: number;
}

/** The boards of the documents that are open in tabs. */
export interface TabBoards {
  /**
   * Publishes what is known at once, and again with each better answer. Ends with `signal`.
   * @param isAgain whoever watches has watched before: a whole list that is still fresh will do
   */
  watch(
    tabId: number,
    publish: (snapshot: TopicSnapshots['boards']) => void,
    signal: AbortSignal,
    isAgain?: boolean,
  ): void;
  /**
   * The boards of a tab's document with these block ids, or all of them. Asks the Open API only if its last list is no longer
   * fresh or lacks one of them.
   * @throws AppError `page-unreachable`, `page-not-document`, `page-kind-unsupported`, `not-signed-in`,
   * `board-not-on-page`, or why the document could not be listed
   */
  resolve(tabId: number, blockIds: readonly string[] | 'all', signal?: AbortSignal): Promise<ResolvedBoards>;
  /**
   * The document of a tab, without its boards.
   * @throws AppError `page-unreachable`, `page-not-document`, `page-kind-unsupported`
   */
  open(tabId: number): Promise<OpenDocument>;
  /**
   * What is known of a tab's document without asking the server: its boards by the last list, and where that lacks
   * one that is mounted, by the page's own model as well.
   * @throws AppError `page-unreachable`, `page-not-document`, `page-kind-unsupported`
   */
  peek(tabId: number): Promise<PeekedBoards>;
  /** Lists a tab's document anew for those who watch it: another one is shown there, or in another editor. */
  changed(tabId: number): void;
  /** Publishes all watched lists again: pictures have come into the store, or have gone. */
  refresh(): void;
}

/** Joins a tab's page with the account of its brand, and both with what is stored. */
export function createTabBoards(deps: TabBoardsDeps): TabBoards {
  const { images, known, numbered, readPageModel, untitled } = deps;
  const openPage = createPageOpener(deps);
  const listings = createPageListings(deps);
  const watchers = new Set<() => void>();
  const starts = new Set<(tabId: number) => void>();

  const toRows = async (boards: readonly Board[], account: Account | undefined): Promise<BoardRow[]> => {
    const keys = boards.map(({ whiteboardId = '' }) =>
      account ? imageKey(account.brand, account.accountId, whiteboardId) : '',
    );
    const stored = account ? await images.peek(keys) : [];
    return boards.map((board, index) => ({ board, name: boardName(board, numbered), stored: stored[index] }));
  };

  const listOnce: TabBoards['watch'] = (tabId, publish, signal, isAgain) => {
    const run = async (): Promise<void> => {
      const opened = await openPage(tabId);
      if (signal.aborted) return;
      let last: FoundBoards | undefined;
      const show = async (): Promise<void> => {
        if (!last) return;
        const { boards, complete, gap, problem, settled, title } = last;
        const rows = await toRows(boards, opened.account);
        const list: BoardList = {
          url: opened.page.url,
          brand: opened.address.brand,
          title,
          rows,
          settled,
          complete,
          problem,
          gap,
        };
        if (!signal.aborted) publish({ list });
      };
      // In the order in which they were found, whatever the store takes for each.
      let shown = Promise.resolve();
      const showInTurn = (): void => {
        shown = shown.then(show).catch(fail);
      };
      watchers.add(showInTurn);
      signal.addEventListener('abort', () => watchers.delete(showInTurn), { once: true });
      last = isAgain ? await listings.recallWhole(opened) : undefined;
      if (last) showInTurn();
      else for await (last of listings.follow(opened, signal)) showInTurn();
      await shown;
    };
    const fail = (thrown: unknown): void => {
      if (!signal.aborted) publish({ problem: toErrorData(thrown) });
    };
    run().catch(fail);
  };

  /** Each start drops what the one before it might still find. */
  const watch: TabBoards['watch'] = (tabId, publish, signal, isAgain) => {
    let left = new AbortController();
    const start = (mayRecall = false): void => {
      left.abort();
      left = new AbortController();
      listOnce(tabId, publish, AbortSignal.any([signal, left.signal]), mayRecall);
    };
    const restart = (changed: number): void => {
      if (changed === tabId) start();
    };
    starts.add(restart);
    signal.addEventListener('abort', () => starts.delete(restart), { once: true });
    start(isAgain);
  };

  const resolve: TabBoards['resolve'] = async (tabId, asked, signal) => {
    const opened = await openPage(tabId);
    const { account, page } = opened;
    if (!account) throw new AppError('not-signed-in');
    // All of them are also those that the page has mounted since.
    const needed = asked === 'all' ? page.mountedBlockIds : asked;
    const found: Pick<FoundBoards, 'boards' | 'title' | 'problem'> | undefined =
      (await listings.recall(opened, needed)) ?? (await listings.find(opened, needed, signal));
    if (!found) throw new AppError('cancelled');
    // Boards whose id is known from before can be used though the list could not be renewed; where a few are
    // lacking, each of them fails on its own and not the others with it.
    const ready = usable(found.boards);
    const hasSome = asked === 'all' ? ready.size > 0 : asked.some((blockId) => ready.has(blockId));
    if (found.problem && !hasSome) throw fromErrorData(found.problem);
    const wanted = new Set(needed);
    const boards = found.boards.filter(({ blockId }) => asked === 'all' || wanted.has(blockId));
    if (boards.length === 0) throw new AppError('board-not-on-page');
    return {
      account,
      url: page.url,
      title: found.title || page.title || untitled(),
      total: found.boards.length,
      boards: boards.map((board) => ({ board, name: boardName(board, numbered) })),
    };
  };

  return {
    watch,
    resolve,
    async open(tabId) {
      const { account, address, page } = await openPage(tabId);
      return { account, address, url: page.url, title: page.title || untitled() };
    },
    async peek(tabId) {
      const { account, address, page } = await openPage(tabId);
      const mounted = page.mountedBlockIds;
      const last = account && (await known.get(account.accountId, address).catch(() => undefined));
      const listed = new Set(last?.boards.map(({ blockId }) => blockId));
      const isListed = last && mounted.every((blockId) => listed.has(blockId));
      const read =
        isListed || page.isLeft
          ? undefined
          : modelFor(address, await readPageModel(tabId).catch(() => undefined));
      const model = last && read?.documentId !== last.documentId ? undefined : read;
      const boards = last || model ? joinBoards({ model: model?.boards, last: last?.boards, mounted }) : [];
      const hasGap = !last && model?.boards.some((one) => typeof one === 'string');
      return {
        known: boards.map((board) => ({ blockId: board.blockId, name: boardName(board, numbered) })),
        total: boards.length === 0 || hasGap ? undefined : boards.length,
        mounted: mounted.length,
      };
    },
    changed(tabId) {
      for (const start of starts) start(tabId);
    },
    refresh() {
      for (const show of watchers) show();
    },
  };
}
