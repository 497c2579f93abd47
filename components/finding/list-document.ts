import type { BoardSequence, DocumentAddress } from '../boards/board';
import { blocksToBoards, textOf } from '../boards/blocks-to-boards';
import { cleanTitle } from '../boards/clean-title';
import { AppError, type ErrorData } from '../errors';
import type { CallOptions, FeishuClient } from '../feishu/client';
import type { DocxBlock } from '../feishu/schemas';
import { createCopies } from './list-copies';

/** What listing asks of the Open API. */
export type ListingClient = Pick<FeishuClient, 'getWikiNode' | 'listBlocks' | 'listDescendants'>;

/** What the Open API has told of a document so far. */
export interface DocumentListing {
  documentId: string;
  /** Cleaned; empty where it has none. */
  title: string;
  boards: BoardSequence;
  /** Whether the listing has come to its end. */
  ended: boolean;
  /** Why the boards of a synced copy could not be listed. */
  unread?: ErrorData | undefined;
}

/**
 * Asks the Open API for the boards of a document and of what its synced copies show, and tells after each answer
 * what is known by then. A copy that cannot be read stops nothing: it is `unread`, and a gap among the boards.
 * Errors: those of the API; `wiki-node-not-document`.
 */
export async function* listDocument(
  client: ListingClient,
  address: DocumentAddress,
  options: CallOptions,
): AsyncGenerator<DocumentListing, void, undefined> {
  const { documentId, nodeTitle } = await resolve(client, address, options);
  const blocks: DocxBlock[] = [];
  const copies = createCopies(client, documentId, options);
  const listing = (ended: boolean): DocumentListing => ({
    documentId,
    // The page block's text is the document's title; a shortcut's own title may be another.
    title: cleanTitle(textOf(blocks[0]?.page)) || nodeTitle,
    boards: [...blocksToBoards(blocks, copies.known), ...(ended ? [] : [''])],
    ended,
    unread: copies.unread(),
  });
  for await (const page of client.listBlocks(documentId, options)) {
    blocks.push(...page);
    yield listing(false);
  }
  while (await copies.follow(blocks)) yield listing(false);
  yield listing(true);
}

async function resolve(
  client: ListingClient,
  { kind, token }: DocumentAddress,
  options: CallOptions,
): Promise<{ documentId: string; nodeTitle: string }> {
  if (kind === 'docx') return { documentId: token, nodeTitle: '' };
  const node = await client.getWikiNode(token, options);
  if (node.objType !== 'docx') throw new AppError('wiki-node-not-document');
  return { documentId: node.objToken, nodeTitle: cleanTitle(node.title) };
}
