import {
  boardKind,
  captionOf,
  idOf,
  isHeading,
  mainOf,
  managerOf,
  rootOf,
  textOf,
  tokenOf,
} from './model-shape';
import { blockIdAttribute, pageBlock } from './selectors';
import { walkModel, type WalkedBlock } from './walk-model';

const mostBoards = 5000;

/**
 * Reads the page's own model of its document, in the page's world. What comes back is plain data and still hostile:
 * `parsePageModel`.
 *
 * @returns null while the page has no model, or has only that of a document which it no longer shows
 */
export function readPageModel(): unknown {
  const root = rootOf(managerOf(mainOf(window)))?.block;
  if (!root) return null;
  const documentId = idOf(root);
  // After navigation inside the page its blocks come first, and the old document's model stays until the new
  // one is made. The page block's id is the document's.
  const shown = document.querySelector(pageBlock);
  if (shown && shown.getAttribute(blockIdAttribute) !== documentId) return null;
  const [walked] = walkModel(root);
  return { url: location.href, documentId, title: textOf(root), boards: listBoards(walked) };
}

/** Boards in document order, and where others may be: the id of the copy that they may be in, or an empty string. */
function listBoards(root: WalkedBlock): (object | string)[] {
  const boards: (object | string)[] = [];
  let heading = '';
  const list = ({ below, block, isCopy, kind, unread }: WalkedBlock, inCopy: string): void => {
    if (boards.length >= mostBoards) return;
    if (kind === boardKind) {
      const [blockId, whiteboardId, caption] = [idOf(block), tokenOf(block), captionOf(block)];
      boards.push({ blockId, whiteboardId, caption, heading, inCopy });
    } else if (isHeading(kind)) {
      heading = textOf(block) || heading;
    }
    const before = heading;
    const copy = inCopy || (isCopy ? idOf(block) : '');
    for (const child of below) list(child, copy);
    // What a copy is headed by is its own affair; what stands in an unread part nobody knows.
    if (isCopy) heading = before;
    else if (unread) heading = '';
    if (unread && boards[boards.length - 1] !== copy) boards.push(copy);
  };
  list(root, '');
  if (boards.length >= mostBoards) boards.push('');
  return boards;
}
