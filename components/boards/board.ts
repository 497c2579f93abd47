/** What a board is, whatever source it was learned from. Pure types: anybody may import them. */

/**
 * The two brands, and a company's own deployment. Apps, tokens and API hosts of one are unknown to the others.
 * There is at most one company: whose hosts those are, the settings say.
 */
export type Brand = 'feishu' | 'lark' | 'company';

/** Where a deployment answers: host names, with the port where it is not 443. */
export interface ServiceHosts {
  /** Of the Open API. */
  open: string;
  /** Where people sign in. */
  accounts: string;
}

/** Where an account and its tokens belong. */
export interface Home {
  brand: Brand;
  /** Of a company's own deployment: those of the brands are known. */
  hosts?: ServiceHosts | undefined;
}

/** An address that this product can work on. */
export interface DocumentAddress {
  brand: Brand;
  kind: 'docx' | 'wiki';
  /** The id in the path: a docx document id, or a wiki node token (which is **not** a document id). */
  token: string;
}

/** What one source knows of a whiteboard block. */
export interface BoardFacts {
  /** The docx `block_id`, which is also `data-record-id` in the page: the key that all sources share. */
  blockId: string;
  /** The id that `download_as_image` takes (`board.token`). Absent until a source that knows it has answered. */
  whiteboardId?: string | undefined;
  /** The board's own caption, where it has one. */
  caption?: string | undefined;
  /** The nearest heading before it in document order. */
  heading?: string | undefined;
  /** Of a board that a synced copy shows: the block id of that copy, the outermost one. */
  inCopy?: string | undefined;
}

/**
 * Boards in document order, as far as a source has read the document. A string stands where it could not read
 * and boards may be: the id of the synced copy there, or empty.
 */
export type BoardSequence = readonly (BoardFacts | string)[];

/** One whiteboard block of a document, joined from all sources. */
export interface Board extends BoardFacts {
  /** Its place among the document's boards, from 1. */
  number: number;
  /** Whether the page has it mounted at the moment of looking. */
  mounted: boolean;
}

/** What a page says of itself when it is asked. Hostile until parsed. */
export interface PageDescription {
  url: string;
  /** The document's title as the page shows it, cleaned. */
  title: string;
  /** The boards that are mounted, in document order, each once. */
  mountedBlockIds: string[];
  /** Whether what it shows still belongs to the address before this one: then nothing of it counts. */
  isLeft: boolean;
}

/** What the page's own model says of the document. */
export interface PageModel {
  /** The address of the page when it was read. */
  url: string;
  /** The docx document id, also on wiki pages. */
  documentId: string;
  /** Cleaned; empty where it has none. */
  title: string;
  boards: BoardSequence;
}
