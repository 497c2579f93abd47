import { buildPage, inDocumentOrder, number } from './blocks';
import type {
  App,
  Board,
  Brand,
  Document,
  Session,
  Tenant,
  Token,
  User,
  WikiNode,
  WikiSpace,
} from './entities';
import type { Seed, SeedApp, SeedBoard, SeedDocument, SeedTenant, SeedToken, SeedUser } from './seed';
import { createSignIn, type SignIn } from './sign-in/sign-in';
import { buildWikiSpaces, withDescendants } from './wiki-tree';

type ById<T> = Map<string, T>;

/** Everything there is, by its id. */
export interface World {
  tenants: ById<Tenant>;
  apps: ById<App>;
  users: ById<User>;
  tokens: ById<Token>;
  boards: ById<Board>;
  documents: ById<Document>;
  wikiSpaces: ById<WikiSpace>;
  wikiNodes: ById<WikiNode>;
  signIn: SignIn;
}

const documentHost: Record<Brand, string> = {
  feishu: 'feishu.cn',
  lark: 'larksuite.com',
  company: 'acme-works.example',
};
const tokenLifetimeSeconds = 7200;

/**
 * Builds the world out of the seed.
 * @param now milliseconds since 1970, from which the lifetime of tokens counts.
 * @throws Error on an id that is given twice, or a reference to nothing.
 */
export function buildWorld(seed: Seed, now: number): World {
  const tenants = byId(seed.tenants.map(buildTenant), (tenant) => tenant.key);
  const tenantOf = (key: string): Tenant => find(tenants, key);
  const apps = byId(
    seed.apps.map((app) => buildApp(app, tenantOf(app.tenant))),
    (app) => app.id,
  );
  const users = byId(
    seed.users.map((user) => buildUser(user, tenantOf(user.tenant))),
    (user) => user.id,
  );
  const tokens = byId(
    seed.tokens.map((token) => buildToken(token, { apps, users }, now)),
    (token) => token.token,
  );
  const boards = byId(seed.boards.flatMap(buildBoards), (board) => board.id);
  const documents = byId(
    seed.documents.map((document) => buildDocument(document, tenantOf(document.tenant), now)),
    (document) => document.id,
  );
  const spaces = buildWikiSpaces(seed.wikiSpaces ?? [], tenantOf);
  const nodes = spaces.flatMap((space) => space.nodes).flatMap(withDescendants);
  for (const document of documents.values()) checkBlocks(document, boards, documents);
  for (const node of nodes) if (node.objType === 'docx') find(documents, node.objToken);
  return {
    tenants,
    apps,
    users,
    tokens,
    boards,
    documents,
    wikiSpaces: byId(spaces, (space) => space.id),
    wikiNodes: byId(nodes, (node) => node.token),
    signIn: createSignIn(seed.signIn ?? {}, [...users.values()], (id) => find(users, id)),
  };
}

/** @throws Error if its app or its user does not exist. */
export function buildToken(
  seed: SeedToken,
  world: Pick<World, 'apps' | 'users'>,
  now: number,
  session?: Session,
): Token {
  return {
    token: seed.token,
    app: find(world.apps, seed.app),
    user: seed.user === undefined ? undefined : find(world.users, seed.user),
    session,
    scopes: seed.scopes && [...seed.scopes],
    expiresAt: now + (seed.expiresIn ?? tokenLifetimeSeconds) * 1000,
  };
}

function buildTenant(seed: SeedTenant): Tenant {
  const hosts = [`${seed.key}.${documentHost[seed.brand]}`, ...(seed.hosts ?? [])];
  return {
    key: seed.key,
    brand: seed.brand,
    name: seed.name,
    hosts: hosts.map((host) => host.toLowerCase()),
    forbidsNewApps: seed.forbidsNewApps ?? false,
    quotaSpent: seed.quotaSpent ?? false,
  };
}

export function buildApp(seed: Omit<SeedApp, 'tenant'>, tenant: Tenant): App {
  return {
    id: seed.id,
    secret: seed.secret,
    tenant,
    name: seed.name ?? seed.id,
    kind: seed.kind ?? 'custom',
    scopes: [...seed.scopes],
    redirectUrls: [...(seed.redirectUrls ?? [])],
    availableTo: [...(seed.availableTo ?? ['*'])],
    disabled: seed.disabled ?? false,
    installed: seed.installed ?? true,
    mayRefresh: seed.mayRefresh ?? true,
    devicePageMissing: seed.devicePageMissing ?? false,
    refusesAddress: seed.refusesAddress ?? false,
  };
}

function buildUser(seed: SeedUser, tenant: Tenant): User {
  return {
    id: seed.id,
    name: seed.name,
    enName: seed.enName ?? seed.name,
    tenant,
    state: seed.state ?? 'active',
  };
}

function buildBoards(seed: SeedBoard): Board[] {
  return Array.from({ length: seed.times ?? 1 }, (_, index) => ({
    id: seed.times === undefined ? seed.id : number(seed.id, index + 1),
    scene: seed.scene,
    format: seed.format ?? 'png',
    labelled: seed.labelled,
    scale: seed.scale ?? 1,
    variant: index,
    state: seed.state ?? 'ok',
    export: seed.export ?? 'svg',
    nodes: seed.nodes ?? 'scene',
    syntax: [...(seed.syntax ?? [])],
    theme: seed.theme ?? 'default',
    readers: seed.readers && [...seed.readers],
  }));
}

function buildDocument(seed: SeedDocument, tenant: Tenant, now: number): Document {
  const page = buildPage(seed);
  return {
    id: seed.id,
    tenant,
    title: seed.title,
    readers: [...(seed.readers ?? ['*'])],
    deleted: seed.deleted ?? false,
    modifiedAt: now,
    page,
    blocks: inDocumentOrder(page),
  };
}

function checkBlocks(document: Document, boards: ById<Board>, documents: ById<Document>): void {
  byId(document.blocks, (block) => block.blockId);
  for (const { seed } of document.blocks) {
    if (seed?.type === 'board') find(boards, seed.board);
    if (seed?.type === 'reference_synced') find(documents, seed.document);
  }
}

function byId<T>(things: readonly T[], idOf: (thing: T) => string): ById<T> {
  const map = new Map<string, T>();
  for (const thing of things) {
    if (map.has(idOf(thing))) throw new Error(`The seed has ${idOf(thing)} twice.`);
    map.set(idOf(thing), thing);
  }
  return map;
}

function find<T>(map: ById<T>, id: string): T {
  const thing = map.get(id);
  if (thing === undefined) throw new Error(`The seed names ${id} and does not contain it.`);
  return thing;
}
