import type { Board } from '../boards/board';
import { joinBoards } from '../boards/join-boards';
import type { Clock } from '../clock';
import type { ErrorCode, ErrorData } from '../errors';
import { findBoards, type FoundBoards } from './find-boards';
import type { KnownDocument, KnownDocuments } from './known-documents';
import type { ListingClient } from './list-document';
import type { OpenPage } from './open-page';

export interface PageListingsDeps {
  /** Reads the own model of a tab's page: null while it has none. What comes back is parsed here. */
  readPageModel: (tabId: number) => Promise<unknown>;
  clientFor: (brand: OpenPage['address']['brand']) => ListingClient;
  known: Pick<KnownDocuments, 'get' | 'put'>;
  /** For how long a list, or that it was refused, counts as the present state, in ms. */
  freshMs: () => Promise<number>;
  clock: Clock;
}

/** How the boards of open pages are found: the Open API is asked as seldom as can be. */
export interface PageListings {
  /** Asks for the boards, and tells what is found as it is found. Ends with `signal`. */
  follow(opened: OpenPage, signal?: AbortSignal): AsyncIterable<FoundBoards>;
  /**
   * The last list, if the server gave it a moment ago and it has all that is wanted.
   * @param wanted block ids
   */
  recall(opened: OpenPage, wanted: readonly string[]): Promise<KnownDocument | undefined>;
  /** The last list as a whole, if it is fresh, lacks nothing that is mounted, and lacked nothing then. */
  recallWhole(opened: OpenPage): Promise<FoundBoards | undefined>;
  /**
   * What is found in the end. Whoever lists the page already is waited for, and where the server has refused a list a
   * moment ago, boards that the page itself knows are found without asking it again.
   * @param wanted block ids
   */
  find(opened: OpenPage, wanted: readonly string[], signal?: AbortSignal): Promise<FoundBoards | undefined>;
}

/** Refusals that stand until somebody does something about them. */
const standing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'app-scope-missing',
  'user-scope-missing',
  'document-forbidden',
  'wiki-node-forbidden',
]);

export function createPageListings(deps: PageListingsDeps): PageListings {
  const { clientFor, clock, freshMs, known, readPageModel } = deps;
  /** What listings that are under way come to: undefined where one is given up. */
  const underWay = new Map<string, Promise<FoundBoards | undefined>>();
  const refusals = new Map<string, { error: ErrorData; at: number }>();

  const isFresh = async (at: number): Promise<boolean> => {
    const age = clock.now() - at;
    return age >= 0 && age < (await freshMs());
  };
  const look = (opened: OpenPage, signal?: AbortSignal, refused?: ErrorData): AsyncIterable<FoundBoards> => {
    const { tabId, page, address, account } = opened;
    return findBoards({
      address,
      describePage: async () => page,
      // While another document is on its way the model is still that of the one before.
      readPageModel: async () => (page.isLeft ? undefined : readPageModel(tabId)),
      signedIn: account && { client: clientFor(account.brand), accountId: account.accountId, refused },
      known,
      clock,
      signal,
    });
  };
  const remember = (key: string, { problem }: FoundBoards): void => {
    if (problem && standing.has(problem.code)) refusals.set(key, { error: problem, at: clock.now() });
    else refusals.delete(key);
  };

  const follow = async function* (opened: OpenPage, signal?: AbortSignal): AsyncGenerator<FoundBoards> {
    const key = keyOf(opened);
    let end: (found: FoundBoards | undefined) => void = () => undefined;
    const ended = new Promise<FoundBoards | undefined>((resolve) => (end = resolve));
    underWay.set(key, ended);
    let last: FoundBoards | undefined;
    try {
      for await (const found of look(opened, signal)) yield (last = found);
      if (last?.settled) remember(key, last);
    } finally {
      if (underWay.get(key) === ended) underWay.delete(key);
      end(last?.settled ? last : undefined);
    }
  };
  const recall: PageListings['recall'] = async ({ address, account }, wanted) => {
    const document = account && (await known.get(account.accountId, address).catch(() => undefined));
    return document && (await isFresh(document.listedAt)) && hasAll(document.boards, wanted)
      ? document
      : undefined;
  };

  return {
    follow,
    recall,
    async recallWhole(opened) {
      const { mountedBlockIds: mounted, title } = opened.page;
      const document = await recall(opened, mounted);
      if (!document?.isWhole) return undefined;
      const boards = joinBoards({ last: document.boards, mounted });
      return { ...document, title: document.title || title, boards, settled: true, complete: true };
    },
    async find(opened, wanted, signal) {
      const key = keyOf(opened);
      const begun = underWay.get(key);
      const joined = begun && (await begun);
      if (joined && hasAll(joined.boards, wanted)) return joined;
      const refusal = refusals.get(key);
      if (refusal && wanted.length > 0 && (await isFresh(refusal.at))) {
        const found = await lastOf(look(opened, signal, refusal.error));
        if (found && hasAll(found.boards, wanted)) return found;
      }
      return lastOf(follow(opened, signal));
    },
  };
}

/** A page, its document, and who looks at it. */
function keyOf({ tabId, address, account }: OpenPage): string {
  return JSON.stringify([tabId, address, account?.accountId]);
}

/** Block ids of the boards that have the id that a picture is asked for by. */
export function usable(boards: readonly Board[]): Set<string> {
  return new Set(boards.filter(({ whiteboardId }) => whiteboardId).map(({ blockId }) => blockId));
}

function hasAll(boards: readonly Board[], blockIds: readonly string[]): boolean {
  const ready = usable(boards);
  return blockIds.every((blockId) => ready.has(blockId));
}

async function lastOf<Value>(values: AsyncIterable<Value>): Promise<Value | undefined> {
  let last: Value | undefined;
  for await (last of values);
  return last;
}
