import { copyKey, type CopySource } from '../boards/blocks-to-boards';
import { toErrorData, type ErrorData } from '../errors';
import type { CallOptions, FeishuClient } from '../feishu/client';
import type { DocxBlock } from '../feishu/schemas';

/** More than any document shows. A chain of copies within copies may have no end of its own. */
const mostCopies = 300;

/**
 * What the synced copies of a document show: blocks of other documents, which its own listing does not have.
 * Copies of the document's own blocks need no asking: these are in its listing.
 */
export function createCopies(
  client: Pick<FeishuClient, 'listDescendants'>,
  documentId: string,
  options: CallOptions,
) {
  const known = new Map<string, DocxBlock[]>();
  const asked = new Set<string>();
  let unread: ErrorData | undefined;

  async function read(source: CopySource): Promise<void> {
    const blocks: DocxBlock[] = [];
    try {
      const pages = client.listDescendants(source.source_document_id, source.source_block_id, options);
      for await (const page of pages) blocks.push(...page);
      known.set(copyKey(source), blocks);
    } catch (thrown) {
      const error = toErrorData(thrown);
      // Of the document on the screen, the same refusals would mean something else.
      unread ??= error.code.startsWith('document-') ? { ...error, code: 'synced-copy-unreadable' } : error;
    }
  }

  return {
    known: known as ReadonlyMap<string, readonly DocxBlock[]>,
    /** Why one of them could not be read. */
    unread: (): ErrorData | undefined => unread,
    /** Asks for what `blocks` and the copies known so far show and is not known; false when there is none left. */
    async follow(blocks: readonly DocxBlock[]): Promise<boolean> {
      const found = [blocks, ...known.values()]
        .flat()
        .flatMap(({ reference_synced }) => reference_synced ?? []);
      const wanted = new Map(found.map((source) => [copyKey(source), source]));
      for (const [key, source] of wanted) {
        if (source.source_document_id === documentId) known.set(key, []);
        if (known.has(key) || asked.has(key) || asked.size >= mostCopies) wanted.delete(key);
        else asked.add(key);
      }
      await Promise.all([...wanted.values()].map(read));
      return wanted.size > 0;
    },
  };
}
