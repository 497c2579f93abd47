import type { Board, DocumentAddress, PageDescription, PageModel } from '../boards/board';
import { boardsIn, type BoardSources, joinBoards } from '../boards/join-boards';
import { parsePageDescription } from '../boards/page-description';
import { parseDocumentAddress } from '../boards/page-url';
import type { Clock } from '../clock';
import { AppError, fromErrorData, toErrorData, type ErrorData } from '../errors';
import type { KnownDocument, KnownDocuments } from './known-documents';
import { listDocument, type DocumentListing, type ListingClient } from './list-document';
import { isSameAddress, modelFor } from './model-for';

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
  /** Why boards may be missing: present when no better answer is awaited and the list is not complete. */
  gap?: ErrorData | undefined;
}

export interface FindBoardsDeps {
  address: DocumentAddress;
  /** Asks the tab. What comes back is parsed here; a page that does not answer is done without. */
  describePage: () => Promise<unknown>;
  /** Reads the page's own model: null while it has none. What comes back is parsed here. */
  readPageModel: () => Promise<unknown>;
  /** Absent while nobody is signed in at the address's brand. */
  signedIn?:
    | {
        client: ListingClient;
        accountId: string;
        /** What it has refused the list with a moment ago: it is not asked again. */
        refused?: ErrorData | undefined;
      }
    | undefined;
  known: Pick<KnownDocuments, 'get' | 'put'>;
  clock: Clock;
  signal?: AbortSignal | undefined;
}

/** A page that has not answered after this time, in ms, is frozen or gone. */
const pagePatienceMs = 3000;
/**
 * For how long the first value waits for the last list, in ms. It lies in the own database and comes at once, so that
 * a list is not shown with a few boards for one frame, and with all of them in the next.
 */
const recallPatienceMs = 100;
/** For how long captions are waited for, in ms, once everything else is known. */
const captionPatienceMs = 1000;
/** How long after one look at a page that has no model yet the next one follows, in ms. */
const nextLookMs = 250;

/**
 * Finds the boards of a document: what is known at once (the last list, what the page has mounted, the page's own
 * model), and again after each better answer. The last value is settled. It never throws: what went wrong is
 * `problem`. After an abort it ends without another value.
 */
export async function* findBoards(deps: FindBoardsDeps): AsyncGenerator<FoundBoards, void, undefined> {
  const { address, describePage, readPageModel, signedIn, known, clock } = deps;
  const stop = new AbortController();
  const ended = deps.signal ? AbortSignal.any([deps.signal, stop.signal]) : stop.signal;

  const changes = createChanges();
  let lastList: KnownDocument | undefined;
  let page: PageDescription | undefined;
  let model: PageModel | undefined;
  let listing: DocumentListing | undefined;
  let problem: ErrorData | undefined;

  const isFullyListed = (): boolean => listing?.ended === true && listing.unread === undefined;
  const patience = (): Promise<undefined> => clock.sleep(pagePatienceMs, ended).then(() => undefined);

  async function recall(): Promise<void> {
    lastList = signedIn && (await known.get(signedIn.accountId, address));
  }

  async function askPage(): Promise<void> {
    const description = parsePageDescription(await Promise.race([describePage(), patience()]));
    if (
      isSameAddress(
        parseDocumentAddress(description.url, () => address.brand),
        address,
      )
    )
      page = description;
  }

  /**
   * The model comes later than the page. Where the Open API has told all in its stead, it is waited for no longer than
   * a page that is just loading takes: captions are in it alone, and many boards have no other name.
   */
  async function askModel(): Promise<void> {
    const began = clock.now();
    const atMost = patience();
    for (;;) {
      const mayWait = clock.now() - began < (isFullyListed() ? captionPatienceMs : pagePatienceMs);
      model = modelFor(address, await Promise.race([readPageModel(), atMost]));
      if (model || !mayWait) return;
      await clock.sleep(nextLookMs, ended);
    }
  }

  async function askServer(): Promise<void> {
    try {
      if (!signedIn) throw new AppError('not-signed-in');
      if (signedIn.refused) throw fromErrorData(signedIn.refused);
      for await (listing of listDocument(signedIn.client, address, { signal: ended })) changes.note();
    } catch (thrown) {
      problem = toErrorData(thrown);
      return;
    }
    await modelAsked;
    if (!listing || ended.aborted) return;
    const { documentId, title } = listing;
    // With their captions, which the Open API does not tell; without what only the page knows of.
    const listed = boardsIn(listing.boards);
    const boards = join({ listed, mounted: [] });
    const isWhole = isWholly(listed.length);
    await known.put(signedIn.accountId, address, {
      documentId,
      title,
      boards,
      isWhole,
      listedAt: clock.now(),
    });
  }

  /** Whether the Open API has told of all boards, and of no other than these. */
  function isWholly(count: number): boolean {
    return (
      listing?.ended === true &&
      listing.boards.length === count &&
      listing.boards.every((one) => typeof one !== 'string')
    );
  }

  function join(instead: BoardSources = {}): Board[] {
    // On a wiki page only the Open API can tell which document the model has to be of.
    const isOther = listing && model && listing.documentId !== model.documentId;
    return joinBoards({
      listed: listing?.boards,
      isListed: listing?.ended,
      model: isOther ? undefined : model?.boards,
      last: lastList?.boards,
      mounted: page?.mountedBlockIds,
      ...instead,
    });
  }

  function snapshot(settled: boolean): FoundBoards {
    const boards = join();
    const complete = isWholly(boards.length);
    return {
      title: listing?.title || page?.title || model?.title || lastList?.title || '',
      documentId: listing?.documentId ?? model?.documentId ?? lastList?.documentId,
      boards,
      settled,
      complete,
      problem,
      gap: settled && !complete ? (listing?.unread ?? { code: 'list-maybe-incomplete' }) : undefined,
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

  let unanswered = 4;
  const recalled = answer(recall);
  void answer(askPage);
  const modelAsked = answer(askModel);
  void answer(askServer);
  ended.addEventListener('abort', changes.note, { once: true });

  try {
    await Promise.race([recalled, clock.sleep(recallPatienceMs, ended).catch(() => undefined)]);
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
