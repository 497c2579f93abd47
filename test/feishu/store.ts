import type { Clock } from './clock';
import type { App, Board, Document, Tenant, Token, User, WikiNode, WikiSpace } from './entities';
import type { Seed, SeedToken } from './seed';
import { buildToken, buildWorld } from './world';

/** All state of the server. What it hands out is live: change it by the `change…` functions, or in place. */
export interface Store {
  tenant(key: string): Tenant | undefined;
  /** By a document host such as `acme.feishu.cn`, with or without a port. */
  tenantOfHost(host: string): Tenant | undefined;
  app(id: string): App | undefined;
  user(id: string): User | undefined;
  token(value: string): Token | undefined;
  tokens(): Token[];
  document(id: string): Document | undefined;
  documents(): Document[];
  board(id: string): Board | undefined;
  boards(): Board[];
  /** Documents, deleted ones too, that have the board among their blocks. */
  documentsWithBoard(id: string): Document[];
  wikiSpace(id: string): WikiSpace | undefined;
  wikiNode(token: string): WikiNode | undefined;
  /** The first node that is no shortcut and shows this document. */
  wikiNodeOf(documentId: string): WikiNode | undefined;

  addToken(token: SeedToken): Token;
  /** From now on the token is as good as never given. */
  revokeToken(value: string): void;
  changeApp(id: string, change: Partial<Pick<App, 'scopes' | 'disabled'>>): App;
  changeDocument(id: string, change: Partial<Pick<Document, 'title' | 'readers' | 'deleted'>>): Document;
  changeBoard(id: string, change: Partial<Omit<Board, 'id'>>): Board;
  /** Somebody draws on the board: from now on its picture has other bytes. */
  redraw(boardId: string): Board;

  /** Back to the seed; entities that were handed out before are then of the past. */
  reset(): void;
}

/** @throws Error if the seed names something that it does not contain. */
export function createStore(seed: Seed, clock: Clock): Store {
  let world = buildWorld(seed, clock.now());

  const documents = () => [...world.documents.values()];
  return {
    tenant: (key) => world.tenants.get(key),
    tenantOfHost: (host) => {
      const name = host.toLowerCase().replace(/:\d+$/, '');
      return [...world.tenants.values()].find((tenant) => tenant.hosts.includes(name));
    },
    app: (id) => world.apps.get(id),
    user: (id) => world.users.get(id),
    token: (value) => world.tokens.get(value),
    tokens: () => [...world.tokens.values()],
    document: (id) => world.documents.get(id),
    documents,
    board: (id) => world.boards.get(id),
    boards: () => [...world.boards.values()],
    documentsWithBoard: (id) => documents().filter((document) => holds(document, id)),
    wikiSpace: (id) => world.wikiSpaces.get(id),
    wikiNode: (token) => world.wikiNodes.get(token),
    wikiNodeOf: (documentId) =>
      [...world.wikiNodes.values()].find((node) => !node.shortcutTo && node.objToken === documentId),

    addToken(token) {
      const added = buildToken(token, world, clock.now());
      world.tokens.set(added.token, added);
      return added;
    },
    revokeToken(value) {
      world.tokens.delete(value);
    },
    changeApp: (id, change) => Object.assign(known(world.apps.get(id), id), change),
    changeDocument: (id, change) => Object.assign(known(world.documents.get(id), id), change),
    changeBoard: (id, change) => Object.assign(known(world.boards.get(id), id), change),
    redraw(boardId) {
      const board = known(world.boards.get(boardId), boardId);
      board.variant += 1;
      return board;
    },
    reset() {
      world = buildWorld(seed, clock.now());
    },
  };
}

function holds(document: Document, boardId: string): boolean {
  return document.blocks.some((block) => block.seed?.type === 'board' && block.seed.board === boardId);
}

function known<T>(thing: T | undefined, id: string): T {
  if (thing === undefined) throw new Error(`The store has no ${id}.`);
  return thing;
}
