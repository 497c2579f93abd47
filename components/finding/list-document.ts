import type { Board, DocumentAddress } from '../boards/board';
import { blocksToBoards, textOf } from '../boards/blocks-to-boards';
import { cleanTitle } from '../boards/clean-title';
import { AppError } from '../errors';
import type { CallOptions, FeishuClient } from '../feishu/client';
import type { DocxBlock } from '../feishu/schemas';

/** What listing asks of the Open API. */
export type ListingClient = Pick<FeishuClient, 'getWikiNode' | 'listBlocks'>;

/** What the Open API has told of a document so far. */
export interface DocumentListing {
  documentId: string;
  /** Cleaned; empty where it has none. */
  title: string;
  boards: Board[];
  /** Whether these are all boards of the document. */
  complete: boolean;
  /** Whether the listing has come to its end. */
  ended: boolean;
}

/** A block that shows what another document holds; what that is, is not in this document's listing. */
const referenceSyncedType = 50;

/**
 * Asks the Open API for the boards of a document, and tells after each page what is known by then.
 * Errors: those of the API; `wiki-node-not-document`.
 */
export async function* listDocument(
  client: ListingClient,
  address: DocumentAddress,
  options: CallOptions,
): AsyncGenerator<DocumentListing, void, undefined> {
  const { documentId, nodeTitle } = await resolve(client, address, options);
  const blocks: DocxBlock[] = [];
  const listing = (ended: boolean): DocumentListing => ({
    documentId,
    // The page block's text is the document's title; a shortcut's own title may be another.
    title: cleanTitle(textOf(blocks[0]?.page)) || nodeTitle,
    boards: blocksToBoards(blocks),
    // The boards in synced copies are not listed yet. Their blocks come from `listDescendants`, and belong
    // here, in their places among `blocks`.
    complete: ended && !blocks.some(({ block_type }) => block_type === referenceSyncedType),
    ended,
  });
  for await (const page of client.listBlocks(documentId, options)) {
    blocks.push(...page);
    yield listing(false);
  }
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
