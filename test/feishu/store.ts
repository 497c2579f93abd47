import type { Clock } from './clock';
import type { App, Board, Document, Session, Tenant, Token, User, WikiNode, WikiSpace } from './entities';
import type { Seed, SeedApp, SeedToken } from './seed';
import type { SignIn } from './sign-in/sign-in';
import { buildApp, buildToken, buildWorld } from './world';

/** All state of the server. What it hands out is live: change it by the `change…` functions, or in place. */
export interface Store {
  tenant(key: string): Tenant | undefined;
  /** By a document host such as `acme.feishu.cn`, with or without a port. */
  tenantOfHost(host: string): Tenant | undefined;
  app(id: string): App | undefined;
  apps(): App[];
  user(id: string): User | undefined;
  users(): User[];
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

  /** Who is logged in, and everything that signing in has under way. */
  readonly signIn: SignIn;

  addApp(app: SeedApp): App;
  addToken(token: SeedToken, session?: Session): Token;
  /** From now on the token is as good as never given. */
  revokeToken(value: string): void;
  changeTenant(key: string, change: Partial<Pick<Tenant, 'forbidsNewApps' | 'quotaSpent'>>): Tenant;
  changeApp(id: string, change: Partial<Omit<App, 'id' | 'secret' | 'tenant'>>): App;
  changeUser(id: string, change: Partial<Pick<User, 'state'>>): User;
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
    apps: () => [...world.apps.values()],
    user: (id) => world.users.get(id),
    users: () => [...world.users.values()],
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

    get signIn() {
      return world.signIn;
    },
    addApp(seedApp) {
      const added = buildApp(seedApp, known(world.tenants.get(seedApp.tenant), seedApp.tenant));
      world.apps.set(added.id, added);
      return added;
    },
    addToken(token, session) {
      const added = buildToken(token, world, clock.now(), session);
      world.tokens.set(added.token, added);
      return added;
    },
    revokeToken(value) {
      world.tokens.delete(value);
    },
    changeTenant: (key, change) => Object.assign(known(world.tenants.get(key), key), change),
    changeUser: (id, change) => Object.assign(known(world.users.get(id), id), change),
    changeApp: (id, change) => Object.assign(known(world.apps.get(id), id), change),
    changeDocument: (id, change) =>
      Object.assign(known(world.documents.get(id), id), { modifiedAt: clock.now() }, change),
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
