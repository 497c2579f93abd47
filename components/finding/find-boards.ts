import type { Board, DocumentAddress, PageDescription } from '../boards/board';
import { joinBoards, mergeMounted } from '../boards/merge-mounted';
import { parsePageDescription } from '../boards/page-description';
import { parseDocumentAddress } from '../boards/page-url';
import type { Clock } from '../clock';
import { AppError, toErrorData, type ErrorData } from '../errors';
import type { KnownDocument, KnownDocuments } from './known-documents';
import { listDocument, type DocumentListing, type ListingClient } from './list-document';

/** The boards of one document, as far as they are known at one moment. */
export interface FoundBoards {
  /** The document's title, cleaned; empty while nobody knows it. */
  title: string;
  documentId?: string | undefined;
  /** In document order, numbered from 1. */
  boards: Board[];
  /** False while a better answer is awaited. */
  settled: boolean;
  /** Whether the Open API has confirmed that these are all. */
  complete: boolean;
  /** Why the Open API could not, or not fully, be asked. What else is known of the boards stands. */
  problem?: ErrorData | undefined;
}

export interface FindBoardsDeps {
  address: DocumentAddress;
  /** Asks the tab. What comes back is parsed here; a page that does not answer is done without. */
  describePage: () => Promise<unknown>;
  /** Absent while nobody is signed in at the address's brand. */
  signedIn?: { client: ListingClient; accountId: string } | undefined;
  known: Pick<KnownDocuments, 'get' | 'put'>;
  clock: Clock;
  signal?: AbortSignal | undefined;
}

/** A page that has not answered after this time, in ms, is frozen or gone. */
const pagePatienceMs = 3000;

/**
 * Finds the boards of a document: what is known at once (the last list, what the page has mounted), and
 * again after each better answer. The last value is settled. It never throws: what went wrong is `problem`.
 * After an abort it ends without another value.
 *
 * The page's own model is a third source that would stand between the last list and the Open API: a function
 * beside `askPage`, joined in `snapshot`.
 */
export async function* findBoards(deps: FindBoardsDeps): AsyncGenerator<FoundBoards, void, undefined> {
  const { address, describePage, signedIn, known, clock } = deps;
  const stop = new AbortController();
  const ended = deps.signal ? AbortSignal.any([deps.signal, stop.signal]) : stop.signal;

  const changes = createChanges();
  let lastList: KnownDocument | undefined;
  let page: PageDescription | undefined;
  let listing: DocumentListing | undefined;
  let problem: ErrorData | undefined;

  async function recall(): Promise<void> {
    lastList = signedIn && (await known.get(signedIn.accountId, address));
  }

  async function askPage(): Promise<void> {
    const patience = clock.sleep(pagePatienceMs, ended).then(() => undefined);
    const description = parsePageDescription(await Promise.race([describePage(), patience]));
    if (isSameAddress(parseDocumentAddress(description.url), address)) page = description;
  }

  async function askServer(): Promise<void> {
    try {
      if (!signedIn) throw new AppError('not-signed-in');
      for await (listing of listDocument(signedIn.client, address, { signal: ended })) changes.note();
    } catch (thrown) {
      problem = toErrorData(thrown);
      return;
    }
    if (!listing || ended.aborted) return;
    const { documentId, title, boards } = listing;
    await known.put(signedIn.accountId, address, { documentId, title, boards, listedAt: clock.now() });
  }

  function snapshot(settled: boolean): FoundBoards {
    const listed = listing?.boards ?? [];
    const base = listing?.ended ? listed : joinBoards(listed, lastList?.boards ?? []);
    const boards = mergeMounted(base, page?.mountedBlockIds ?? []);
    return {
      title: listing?.title || page?.title || lastList?.title || '',
      documentId: listing?.documentId ?? lastList?.documentId,
      boards,
      settled,
      complete: listing?.complete === true && boards.length === listed.length,
      problem,
    };
  }

  async function answer(ask: () => Promise<void>): Promise<void> {
    try {
      await ask();
    } catch {
      // Neither a store nor a page that fails is a reason to fail: what it knows is only not known then.
    } finally {
      unanswered--;
      changes.note();
    }
  }

  const sources = [recall, askPage, askServer];
  let unanswered = sources.length;
  for (const ask of sources) void answer(ask);
  ended.addEventListener('abort', changes.note, { once: true });

  try {
    for (;;) {
      await changes.next();
      if (ended.aborted) return;
      const settled = unanswered === 0;
      yield snapshot(settled);
      if (settled) return;
    }
  } finally {
    stop.abort();
  }
}

function isSameAddress(one: DocumentAddress, other: DocumentAddress): boolean {
  return one.brand === other.brand && one.kind === other.kind && one.token === other.token;
}

/** Waiting for the next of many changes; those that come while nobody waits count as one. */
function createChanges(): { note: () => void; next: () => Promise<void> } {
  let isNoted = false;
  let wake: (() => void) | undefined;
  return {
    note() {
      isNoted = true;
      wake?.();
    },
    async next() {
      if (!isNoted) await new Promise<void>((resolve) => (wake = resolve));
      isNoted = false;
    },
  };
}
