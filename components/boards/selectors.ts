/**
 * The site's own markup, each selector with the place that it was seen on. Nothing else in this product
 * knows a class name of the site.
 */

/**
 * A whiteboard block. Seen on every docx page since 2024; both halves are on the same element, and either
 * alone is enough, so that the loss of one does not lose the boards.
 */
export const boardBlock = '[data-record-id]:is([data-block-type="whiteboard"], .docx-whiteboard-block)';

/** The attribute that holds the Open API's `block_id`. `data-block-id` is a number of this page load only. */
export const blockIdAttribute = 'data-record-id';

/** The block around all others: its block id is the document's. */
export const pageBlock = '[data-block-type="page"][data-record-id]';

/** Where the editor measures blocks before it shows them: full of copies. */
export const measuringArea = '.bear-virtual-pre-renderer';

/** The editor of the document that is shown: one element for as long as that document is. */
export const editorRoot = '.root-block';

/** What scrolls: the window itself never does. */
export const scroller = '.bear-web-x-container';

/** Where the title stands, most specific first: note, wiki, docx with breadcrumbs, plain docx. */
export const titles = [
  '.note-title__input',
  '.wiki-suite-title .breadcrumb-editable-title',
  '.breadcrumb-editable-title',
  'h1.page-block-content',
] as const;
