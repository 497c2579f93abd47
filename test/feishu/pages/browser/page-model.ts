import type { PageBlock, PageDocument } from '../page-view';
import { hostileRoot } from './hostile-model';
import type { Load } from './load';

/** How many blocks of the document are loaded at once. */
const SLICE = 200;

/** A block of the page's own model, as far as it is known. */
export interface BlockModel {
  readonly id: number;
  readonly type: string;
  readonly record: { readonly id: string; readonly snapshot: object };
  readonly snapshot: object;
  readonly zoneState?: { readonly allText: string };
  readonly children: readonly BlockModel[];
  readonly innerBlockManager?: { readonly rootBlockModel: BlockModel };
}

/** What `window.PageMain` is, in the shape that the switches ask for. */
export function buildPageMain(load: Load): object {
  const root = rootModel(load.document, load);
  switch (load.switches.model) {
    case 'older':
      return { blockManager: { model: { rootBlockModel: root } } };
    case 'hostile':
      return { blockManager: { rootBlockModel: hostileRoot(root, load.document) } };
    case 'late':
    case 'never':
    default:
      return { blockManager: { rootBlockModel: root } };
  }
}

function rootModel({ root, title }: PageDocument, load: Load): BlockModel {
  const children = root.children.map((child) => blockModel(child, load));
  const pending = root.children.map((child) => pendingModel(child, load));
  const snapshot = { type: 'page' };
  return {
    id: load.numberOf(root.id),
    type: 'page',
    record: { id: root.id, snapshot },
    snapshot,
    zoneState: { allText: title },
    get children() {
      const loaded = loadedBlocks(root, load);
      return children.map((child, at) => (at < loaded ? child : (pending[at] ?? child)));
    },
  };
}

/** Whole slices, as far as somebody has scrolled. */
function loadedBlocks({ children }: PageBlock, load: Load): number {
  if (load.switches.slices === 'all') return children.length;
  const reached = children.findLastIndex(({ id }) => load.mounted.has(id));
  return (Math.floor(Math.max(0, reached) / SLICE) + 1) * SLICE;
}

function pendingModel({ id }: PageBlock, load: Load): BlockModel {
  const snapshot = { type: 'pending' };
  return { id: load.numberOf(id), type: 'pending', record: { id, snapshot }, snapshot, children: [] };
}

function blockModel(block: PageBlock, load: Load): BlockModel {
  const snapshot = snapshotOf(block);
  return {
    id: load.numberOf(block.id),
    /** A board that was not mounted yet has no code yet. */
    get type() {
      return block.board && !load.mounted.has(block.id) ? 'fallback' : block.type;
    },
    record: { id: block.id, snapshot },
    snapshot,
    ...(block.text !== undefined && { zoneState: { allText: block.text } }),
    children: block.children.map((child) => blockModel(child, load)),
    ...(block.inner && { innerBlockManager: { rootBlockModel: innerModel(block.inner, load) } }),
  };
}

/** The content of a synced copy hangs under a root of its own. */
function innerModel({ id, root }: PageDocument, load: Load): BlockModel {
  const snapshot = { type: 'page' };
  return {
    id: 1,
    type: 'page',
    record: { id, snapshot },
    snapshot,
    children: root.children.map((child) => blockModel(child, load)),
  };
}

function snapshotOf({ type, board }: PageBlock): object {
  if (!board) return { type };
  const text = board.caption === undefined ? null : { 0: board.caption };
  return {
    type,
    token: board.token,
    width: board.width,
    height: board.height,
    caption: { text: { initialAttributedTexts: { text } } },
  };
}
