import type { Board, Document, Tenant, Token, WikiNode, WikiSpace } from './entities';
import type { Store } from './store';

/** `*` is every user of the tenant, and no app: an app reads what names it, as in Feishu it must be added. */
function mayRead(readers: readonly string[], tenant: Tenant, token: Token): boolean {
  if (readers.includes(token.user?.id ?? token.app.id)) return true;
  return token.user?.tenant === tenant && readers.includes('*');
}

export function mayReadDocument(document: Document, token: Token): boolean {
  return mayRead(document.readers, document.tenant, token);
}

export function mayReadNode(node: WikiNode, token: Token): boolean {
  return mayRead(node.readers, node.space.tenant, token);
}

export function mayReadSpace(space: WikiSpace, token: Token): boolean {
  return mayRead(space.readers, space.tenant, token);
}

/** A board is as readable as the documents that hold it, or by its own readers; a stray one is open to all. */
export function mayReadBoard(board: Board, token: Token, store: Store): boolean {
  const holders = store.documentsWithBoard(board.id);
  if (holders.length === 0) return mayRead(board.readers ?? ['*', token.app.id], token.app.tenant, token);
  return holders.some(
    (document) => !document.deleted && mayRead(board.readers ?? document.readers, document.tenant, token),
  );
}
