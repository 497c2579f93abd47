/** What a page's script is told about its document: JSON between `servePage` and `browser/`. */
export interface PageView {
  brand: 'feishu' | 'lark' | 'company';
  tenant: string;
  /** The document's, or the wiki node's where that shows no document. */
  title: string;
  /** Absent where a wiki node shows something else. */
  document?: PageDocument;
  /** What a wiki node shows instead of a document. */
  other?: string;
  wiki?: { space: string; token: string; tree: WikiItem[] };
}

export interface PageDocument {
  id: string;
  title: string;
  /** The page block. */
  root: PageBlock;
}

export interface PageBlock {
  /** The Open API's `block_id`, which the page writes as `data-record-id`. */
  id: string;
  /** As in `data-block-type`. */
  type: string;
  text?: string;
  /** Only for headings: children exist and are not rendered. */
  folded?: boolean;
  /** Only for tables. */
  columns?: number;
  board?: PageBoard;
  /** What a synced copy shows; it belongs to another document. */
  inner?: PageDocument;
  children: PageBlock[];
}

export interface PageBoard {
  /** The whiteboard id: in the page's model and in no attribute. */
  token: string;
  caption?: string;
  /** Size of the board's place in the document, in CSS pixels. */
  width: number;
  height: number;
  /** Where the drawing can be had; absent for a board that was deleted. */
  drawing?: string;
}

export interface WikiItem {
  token: string;
  title: string;
  kind: string;
  shortcut: boolean;
  children: WikiItem[];
}
