import type { Board, DocumentAddress } from '../boards/board';
import { joinBoards } from '../boards/join-boards';
import type { Clock } from '../clock';
import type { KnownDocuments } from './known-documents';
import { listDocument, type ListingClient } from './list-document';

export interface ListBoardsDeps {
  client: ListingClient;
  known: Pick<KnownDocuments, 'get' | 'put'>;
  clock: Clock;
  /** For how long a list counts as the present one, in ms. */
  freshMs: () => Promise<number>;
}

/**
 * The boards of a wiki page that nobody has open: by the last list while it is fresh, else by the Open API.
 * Captions that were learned from the open page stay known. Errors: those of the API.
 */
export async function listBoards(
  { client, known, clock, freshMs }: ListBoardsDeps,
  { address, documentId, accountId }: { address: DocumentAddress; documentId: string; accountId: string },
  signal: AbortSignal,
): Promise<Board[]> {
  const last = await known.get(accountId, address).catch(() => undefined);
  const age = last && clock.now() - last.listedAt;
  if (age !== undefined && age >= 0 && age < (await freshMs())) return last?.boards ?? [];
  // The node is known: its document is asked for at once.
  const asked: DocumentAddress = { ...address, kind: 'docx', token: documentId };
  let boards: Board[] = [];
  let title = '';
  for await (const listing of listDocument(client, asked, { signal })) {
    if (!listing.ended) continue;
    boards = joinBoards({ listed: listing.boards, isListed: true, last: last?.boards, mounted: [] });
    title = listing.title;
  }
  await known
    .put(accountId, address, { documentId, title, boards, listedAt: clock.now() })
    .catch(() => undefined);
  return boards;
}
