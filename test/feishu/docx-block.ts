import type { Block, Document, WrittenBlock } from './entities';
import { makeId } from './ids';

/** One block as the docx API writes it: ids, number of its type, and the content under the type's own key. */
export interface DocxBlock {
  block_id: string;
  parent_id: string;
  children?: string[];
  block_type: number;
  [content: string]: unknown;
}

/** Public document: "Data structure" of docx blocks (docx-v1/data-structure/block). */
export function toDocxBlock(block: Block, document: Document): DocxBlock {
  const children = block.children.map((child) => child.blockId);
  return {
    block_id: block.blockId,
    parent_id: block.parentId,
    ...(children.length > 0 && { children }),
    block_type: blockTypes[block.type],
    [block.type]: block.seed ? writtenContent(block.seed, block) : impliedContent(block, document),
  };
}

const blockTypes: Record<Block['type'], number> = {
  page: 1,
  text: 2,
  heading1: 3,
  heading2: 4,
  heading3: 5,
  heading4: 6,
  heading5: 7,
  heading6: 8,
  heading7: 9,
  heading8: 10,
  heading9: 11,
  bullet: 12,
  ordered: 13,
  code: 14,
  quote: 15,
  todo: 17,
  bitable: 18,
  callout: 19,
  diagram: 21,
  divider: 22,
  grid: 24,
  grid_column: 25,
  image: 27,
  isv: 28,
  mindnote: 29,
  sheet: 30,
  table: 31,
  table_cell: 32,
  quote_container: 34,
  add_ons: 40,
  board: 43,
  source_synced: 49,
  reference_synced: 50,
  undefined: 999,
};

function impliedContent(block: Block, document: Document): object {
  if (block.type === 'page') return textContent(document.title, { align: 1 });
  return block.type === 'grid_column' ? { width_ratio: 50 } : {};
}

function writtenContent(seed: WrittenBlock, block: Block): object {
  if ('text' in seed) return textContent(seed.text, styleOf(seed));
  switch (seed.type) {
    case 'board':
      return {
        token: seed.board,
        align: 2,
        ...(seed.width !== undefined && { width: seed.width }),
        ...(seed.height !== undefined && { height: seed.height }),
      };
    case 'grid':
      return { column_size: seed.columns.length };
    case 'table':
      return table(seed.rows, block);
    case 'callout':
      return { background_color: 2, border_color: 2, emoji_id: 'bulb' };
    case 'source_synced':
      return { align: 1, elements: [] };
    case 'reference_synced':
      return { source_document_id: seed.document, source_block_id: seed.block };
    case 'sheet':
      return { token: `${makeId(['sheet', block.blockId])}_${makeId(['tab', block.blockId], 6)}` };
    case 'bitable':
    case 'mindnote':
      return { token: makeId([seed.type, block.blockId]) };
    case 'image':
      return { token: makeId(['image', block.blockId]), width: 640, height: 480, align: 2 };
    case 'diagram':
      return { diagram_type: 1 };
    case 'isv':
    case 'add_ons':
      return { component_type_id: 'blk_631fefbbae02400430b8f9f4', component_id: '', record: '{}' };
    case 'quote_container':
    case 'divider':
    case 'undefined':
    default:
      return {};
  }
}

function styleOf(seed: Extract<WrittenBlock, { text: string }>): object {
  if (seed.type === 'code') return { language: 1, wrap: false };
  if (seed.type === 'todo') return { align: 1, done: false };
  return { align: 1, folded: 'folded' in seed && seed.folded };
}

function table(rows: readonly unknown[][], block: Block): object {
  const columns = rows[0]?.length ?? 0;
  return {
    cells: block.children.map((cell) => cell.blockId),
    property: {
      row_size: rows.length,
      column_size: columns,
      column_width: Array.from({ length: columns }, () => 200),
      merge_info: block.children.map(() => ({ row_span: 1, col_span: 1 })),
    },
  };
}

/** An empty text comes without `elements`, as the public type allows: readers have to bear it. */
function textContent(content: string, style: object): object {
  if (content === '') return { style };
  const text_element_style = {
    bold: false,
    inline_code: false,
    italic: false,
    strikethrough: false,
    underline: false,
  };
  return { style, elements: [{ text_run: { content, text_element_style } }] };
}
