import type { DocxBlock, TextBody } from '../feishu/schemas';
import type { Board } from './board';
import { cleanText } from './clean-text';

/** Block types: https://open.feishu.cn/document/docs/docs/data-structure/block */
const boardType = 43;

/**
 * The boards among a document's blocks, given in document order. A board's heading is the nearest one before
 * it, whatever columns, tables or callouts lie between: a heading may be a parent as well as a neighbour.
 */
export function blocksToBoards(blocks: Iterable<DocxBlock>): Board[] {
  const boards = new Map<string, Board>();
  let heading: string | undefined;
  for (const block of blocks) {
    heading = headingOf(block) || heading;
    if (block.block_type !== boardType || boards.has(block.block_id)) continue;
    boards.set(block.block_id, {
      blockId: block.block_id,
      whiteboardId: block.board?.token || undefined,
      heading,
      number: boards.size + 1,
      mounted: false,
    });
  }
  return [...boards.values()];
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
