import type { DocxBlock, TextBody } from '../feishu/schemas';
import type { BoardFacts } from './board';
import { cleanText } from './clean-text';

/** Block types: https://open.feishu.cn/document/docs/docs/data-structure/block */
const boardType = 43;
const copyType = 50;

/** What a synced copy shows: a block of another document. */
export type CopySource = NonNullable<DocxBlock['reference_synced']>;

/** One name for one source. No id can hold a slash. */
export function copyKey({ source_document_id, source_block_id }: CopySource): string {
  return `${source_document_id}/${source_block_id}`;
}

/**
 * The boards among a document's blocks, given in document order, each once. A board's heading is the nearest one
 * before it, whatever columns, tables or callouts lie between: a heading may be a parent as well as a neighbour.
 * The headings in a synced copy hold within it.
 *
 * @param copies what synced copies show, as far as it is known, by `copyKey`; a copy that is not known is a gap
 */
export function blocksToBoards(
  blocks: Iterable<DocxBlock>,
  copies: ReadonlyMap<string, readonly DocxBlock[]> = new Map(),
): (BoardFacts | string)[] {
  const boards: (BoardFacts | string)[] = [];
  const seen = new Set<string>();
  /** Copies that are being listed, and those that have been: a ring ends, and boards of the second are doubles. */
  const listed = new Set<string>();

  const list = (some: Iterable<DocxBlock>, outerHeading: string, inCopy: string | undefined): void => {
    let heading = outerHeading;
    for (const block of some) {
      heading = headingOf(block) || heading;
      if (block.block_type === copyType) {
        const key = block.reference_synced && copyKey(block.reference_synced);
        const shown = key === undefined ? undefined : copies.get(key);
        if (!shown) boards.push(inCopy ?? block.block_id);
        else if (key !== undefined && !listed.has(key)) {
          listed.add(key);
          list(shown, heading, inCopy ?? block.block_id);
        }
      }
      if (block.block_type !== boardType || seen.has(block.block_id)) continue;
      seen.add(block.block_id);
      boards.push({
        blockId: block.block_id,
        whiteboardId: block.board?.token || undefined,
        heading: heading || undefined,
        inCopy,
      });
    }
  };
  list(blocks, '', undefined);
  return boards;
}

/** The text of a page, heading or paragraph as one line; empty where it has none. */
export function textOf(body: TextBody | undefined): string {
  const parts = (body?.elements ?? []).map(
    ({ text_run, mention_doc, equation }) =>
      text_run?.content ?? mention_doc?.title ?? equation?.content ?? '',
  );
  return cleanText(parts.join(''));
}

function headingOf(block: DocxBlock): string {
  return textOf(
    block.heading1 ??
      block.heading2 ??
      block.heading3 ??
      block.heading4 ??
      block.heading5 ??
      block.heading6 ??
      block.heading7 ??
      block.heading8 ??
      block.heading9,
  );
}
