import type { Block, Document, WikiNode } from '../entities';
import type { Store } from '../store';
import type { PageBlock, PageBoard, PageDocument, PageView, WikiItem } from './page-view';

/** What the script of `/docx/<id>` shows; undefined if this host has no such document. */
export function describeDocument(id: string, host: string, store: Store): PageView | undefined {
  const tenant = store.tenantOfHost(host);
  const document = store.document(id);
  if (!tenant || !document || document.deleted || document.tenant.key !== tenant.key) return undefined;
  return {
    brand: tenant.brand,
    tenant: tenant.name,
    title: document.title,
    document: pageDocument(document, store),
  };
}

/** What the script of `/wiki/<token>` shows; a shortcut shows what it points at. */
export function describeWikiNode(token: string, host: string, store: Store): PageView | undefined {
  const tenant = store.tenantOfHost(host);
  const node = store.wikiNode(token);
  if (!tenant || !node || node.space.tenant.key !== tenant.key) return undefined;
  const wiki = { space: node.space.name, token, tree: node.space.nodes.map(wikiItem) };
  const view = { brand: tenant.brand, tenant: tenant.name, wiki };
  if (node.objType !== 'docx') return { ...view, title: node.title, other: node.objType };
  const document = store.document(node.objToken);
  if (!document || document.deleted) return undefined;
  return { ...view, title: document.title, document: pageDocument(document, store) };
}

function wikiItem({ token, title, objType, shortcutTo, children }: WikiNode): WikiItem {
  return {
    token,
    title,
    kind: objType,
    shortcut: shortcutTo !== undefined,
    children: children.map(wikiItem),
  };
}

function pageDocument({ id, title, page }: Document, store: Store): PageDocument {
  return { id, title, root: pageBlock(page, store, true) };
}

/** Kinds that the page calls by another name than the Open API. What it calls add-ons is not confirmed. */
const siteTypes: Partial<Record<Block['type'], string>> = {
  board: 'whiteboard',
  source_synced: 'synced_source',
  reference_synced: 'synced_reference',
  add_ons: 'isv',
  undefined: 'fallback',
};

/** @param deep whether synced copies are looked up: a copy inside a copy is left empty, so that no ring is endless. */
function pageBlock(block: Block, store: Store, deep: boolean): PageBlock {
  const { seed } = block;
  const inner = deep && seed?.type === 'reference_synced' ? copied(seed, store) : undefined;
  return {
    id: block.blockId,
    type: siteTypes[block.type] ?? block.type,
    ...(seed && 'text' in seed && { text: seed.text }),
    ...(seed && 'folded' in seed && seed.folded && { folded: true }),
    ...(seed?.type === 'table' && { columns: seed.rows[0]?.length ?? 1 }),
    ...(seed?.type === 'board' && { board: pageBoard(seed, store) }),
    ...(inner && { inner }),
    children: block.children.map((child) => pageBlock(child, store, deep)),
  };
}

function copied(
  { document: documentId, block: blockId }: { document: string; block: string },
  store: Store,
): PageDocument | undefined {
  const document = store.document(documentId);
  const source = document?.blocks.find((block) => block.blockId === blockId);
  if (!document || !source || document.deleted) return undefined;
  return { id: document.id, title: document.title, root: pageBlock(source, store, false) };
}

const STANDARD = { width: 820, height: 460 };

function pageBoard(
  seed: { board: string; caption?: string; width?: number; height?: number },
  store: Store,
): PageBoard {
  const board = store.board(seed.board);
  return {
    token: seed.board,
    ...(seed.caption !== undefined && { caption: seed.caption }),
    width: seed.width ?? STANDARD.width,
    height: seed.height ?? STANDARD.height,
    ...(board &&
      board.state !== 'deleted' && {
        drawing: `/__page__/scenes/${board.scene}.svg?variant=${board.variant}`,
      }),
  };
}
