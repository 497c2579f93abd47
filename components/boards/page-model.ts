import { look } from './look';
import { blockIdAttribute, pageBlock } from './selectors';

/**
 * Reads the page's own model of its document, in the page's world. The model has changed its shape before and
 * will again, and the page may mean ill, so every look at it may throw, lie or lead in a circle: it is read
 * breadth first, within bounds, so that a trap costs no more than what lies deeper. What comes back is plain data
 * and still hostile: `parsePageModel`.
 *
 * Shapes seen: `PageMain.blockManager.rootBlockModel`; in older builds `PageMain.blockManager.model.rootBlockModel`.
 *
 * @returns null while the page has no model, or has only that of a document which it no longer shows
 */
export function readPageModel(): unknown {
  const mostBlocks = 20_000;
  const mostBoards = 5000;
  const deepest = 100;
  const mostMs = 500;
  const longestText = 300;

  interface Read {
    block: unknown;
    /** `whiteboard`, `heading1`, `pending` …; of a block whose code is not loaded, what it will be. */
    kind: unknown;
    id: string;
    depth: number;
    /** Whether its content is another document's. */
    isCopy: boolean;
    /** Whether it has content that was not read. */
    isUnread: boolean;
    below: Read[];
  }
  const short = (text: unknown, most = longestText): string =>
    typeof text === 'string' ? (text.length > most ? text.slice(0, most) : text) : '';
  const id = (value: unknown): string => (typeof value === 'string' && value.length <= 64 ? value : '');
  const textIn = (body: unknown): unknown => look(body, 'text', 'initialAttributedTexts', 'text', 0);
  const read = (block: unknown, depth: number): Read => ({
    block,
    kind: look(block, 'snapshot', 'type') ?? look(block, 'record', 'snapshot', 'type') ?? look(block, 'type'),
    id: id(look(block, 'record', 'id')),
    depth,
    isCopy: false,
    isUnread: false,
    below: [],
  });

  const manager = look(window, 'PageMain', 'blockManager');
  const rootBlock = look(manager, 'rootBlockModel') ?? look(manager, 'model', 'rootBlockModel');
  if (typeof rootBlock !== 'object' || rootBlock === null) return null;
  const root = read(rootBlock, 0);
  // After navigation inside the page its blocks come first, and the old document's model stays until the new
  // one is made. The page block's id is the document's.
  const shown = document.querySelector(pageBlock);
  if (shown && shown.getAttribute(blockIdAttribute) !== root.id) return null;

  const end = performance.now() + mostMs;
  const seen = new Set<unknown>([rootBlock]);
  const queue = [root];
  let steps = 0;
  const readList = (parent: Read, list: unknown): void => {
    let length: unknown;
    try {
      length = Array.isArray(list) ? list.length : 0;
    } catch {
      length = 0;
    }
    if (typeof length !== 'number' || length > mostBlocks || (length > 0 && parent.depth >= deepest)) {
      parent.isUnread = true;
      return;
    }
    for (let at = 0; at < length; at++) {
      if (++steps > mostBlocks || performance.now() > end) {
        parent.isUnread = true;
        return;
      }
      const block = look(list, at);
      if (typeof block !== 'object' || block === null || seen.has(block)) continue;
      seen.add(block);
      const child = read(block, parent.depth + 1);
      parent.below.push(child);
      queue.push(child);
    }
  };
  for (let at = 0; at < queue.length; at++) {
    const parent = queue[at];
    if (!parent) break;
    const copied = look(parent.block, 'innerBlockManager');
    parent.isCopy = parent.kind === 'synced_reference' || (typeof copied === 'object' && copied !== null);
    parent.isUnread = parent.kind === 'pending';
    if (parent.isCopy) {
      const inner = look(copied, 'rootBlockModel') ?? look(copied, 'model', 'rootBlockModel');
      if (inner) readList(parent, look(inner, 'children'));
      else parent.isUnread = true;
    }
    readList(parent, look(parent.block, 'children'));
  }

  const boards: (object | string)[] = [];
  let heading = '';
  const list = (one: Read, inCopy: string): void => {
    if (boards.length >= mostBoards) return;
    if (one.kind === 'whiteboard') {
      const snapshot = look(one.block, 'snapshot') ?? look(one.block, 'record', 'snapshot');
      const caption = short(textIn(look(snapshot, 'caption')));
      boards.push({ blockId: one.id, whiteboardId: id(look(snapshot, 'token')), caption, heading, inCopy });
    } else if (typeof one.kind === 'string' && /^heading\d$/.test(one.kind)) {
      heading = short(look(one.block, 'zoneState', 'allText')) || heading;
    }
    const before = heading;
    const copy = inCopy || (one.isCopy ? one.id : '');
    for (const child of one.below) list(child, copy);
    // What a copy is headed by is its own affair; what stands in an unread part nobody knows.
    if (one.isCopy) heading = before;
    else if (one.isUnread) heading = '';
    if (one.isUnread && boards[boards.length - 1] !== copy) boards.push(copy);
  };
  list(root, '');
  if (boards.length >= mostBoards) boards.push('');
  const title = short(look(rootBlock, 'zoneState', 'allText'));
  return { url: location.href, documentId: root.id, title, boards };
}
