import type { SceneName } from './pictures/scenes';
import type { SeedBlock } from './seed';

/** The two brands, and a company's own deployment: what one knows (apps, tokens, documents), the others have never heard of. */
export type Brand = 'feishu' | 'lark' | 'company';

/** A company: it has document hosts of its own, such as `acme.feishu.cn`. */
export interface Tenant {
  readonly key: string;
  readonly brand: Brand;
  readonly name: string;
  /** Lower case, without a port; the first one is made from key and brand. */
  readonly hosts: readonly string[];
  /** The administrator lets nobody create apps: the page of one-click registration says so. */
  forbidsNewApps: boolean;
  /** The month's calls are used up: the gateway answers 99991403. */
  quotaSpent: boolean;
}

/** An app of the developer console. All that can be switched there comes and goes while the server runs. */
export interface App {
  readonly id: string;
  readonly secret: string;
  readonly tenant: Tenant;
  name: string;
  /** `custom`: for users of its own tenant; `store`: for those of every tenant of its brand. */
  kind: 'custom' | 'store';
  /** Enabled in the console, for users and for the app itself alike. */
  scopes: string[];
  /** What `redirect_uri` may be, to the letter. */
  redirectUrls: string[];
  /** Ids of the users who may use it; `*` is everybody. */
  availableTo: string[];
  disabled: boolean;
  /** Not installed in the tenant: 20009 when signing in, 99991673 at the gateway. */
  installed: boolean;
  /** Whether it may refresh tokens, a switch in its security settings. */
  mayRefresh: boolean;
  /** The page of the device flow answers 404, as it did for some fresh apps. */
  devicePageMissing: boolean;
  /** The caller's address is not on the app's list: the gateway answers 99991401. */
  refusesAddress: boolean;
}

export interface User {
  /** The `open_id`. */
  readonly id: string;
  readonly name: string;
  readonly enName: string;
  readonly tenant: Tenant;
  /** `frozen`: 20066 when signing in; `gone`: 20008. */
  state: 'active' | 'frozen' | 'gone';
}

/** What began with one consent of one user to one app, and lives on through refreshes. */
export interface Session {
  readonly app: App;
  readonly user: User;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970: after 365 days no refresh helps. */
  readonly consentedAt: number;
}

/** Single use, rotated at every refresh. */
export interface RefreshToken {
  readonly token: string;
  readonly session: Session;
  readonly expiresAt: number;
  state: 'valid' | 'used' | 'revoked';
}

/** What the authorize page sends back with. */
export interface AuthorizationCode {
  readonly code: string;
  readonly session: Session;
  readonly redirectUri: string;
  /** PKCE, where the authorize step had it. */
  readonly challenge: { readonly value: string; readonly method: 'S256' | 'plain' } | undefined;
  readonly expiresAt: number;
  used: boolean;
}

/** How an answer that gives a device code names its lifetime: as RFC 8628 does, as the Go SDK reads it, or not at all. */
export type LifetimeField = 'expires_in' | 'expire_in' | 'absent';

/** How fast a client may poll, and when it last did. */
export interface Pace {
  intervalMs: number;
  lastAt: number | undefined;
}

/** What a client polls by, and what the user sees of it. */
export interface DeviceCode {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly expiresAt: number;
  readonly pace: Pace;
}

/** One device authorization under way. */
export interface DeviceGrant extends DeviceCode {
  /** Stands in the address of the page beside the user's code. */
  readonly flowId: string;
  readonly app: App;
  readonly scopes: readonly string[];
  state: 'pending' | 'denied' | 'used' | Session;
}

/** One one-click registration under way. */
export interface Registration extends DeviceCode {
  /** `used`: its secret was handed out. */
  state: 'pending' | 'denied' | 'used' | { readonly app: App; readonly user: User };
}

/** A user access token, or with no user a tenant access token: the app itself. */
export interface Token {
  readonly token: string;
  readonly app: App;
  readonly user: User | undefined;
  /** The sign-in that it came from; undefined for tokens of the seed and of the app itself. */
  readonly session: Session | undefined;
  /** What the user has granted; undefined: whatever the app has. */
  scopes: string[] | undefined;
  /** Milliseconds since 1970, by the server's clock. */
  expiresAt: number;
}

export type PictureFormat = 'png' | 'jpeg' | 'gif' | 'svg';

/** What the server has to say when a board is asked for as a vector drawing. */
export type BoardExport =
  /** The drawing. */
  | 'svg'
  /** The gateway knows no such path. */
  | 'absent'
  /** A code of the API. */
  | 'refused'
  /** Success, and what comes is no SVG, no base64, or nothing. */
  | 'not-svg'
  | 'not-base64'
  | 'empty';

/** A piece of text that the server draws a part of a board from. */
export interface BoardSyntax {
  language: 'plantuml' | 'mermaid';
  code: string;
}

export type BoardTheme =
  'classic' | 'minimalist_gray' | 'retro' | 'vibrant_color' | 'minimalist_blue' | 'default';

/** A whiteboard. What is on it follows from its scene. */
export interface Board {
  readonly id: string;
  scene: SceneName;
  format: PictureFormat;
  /** The `Content-Type` that is claimed where that is not the truth. */
  labelled: string | undefined;
  scale: number;
  /** 0 as first drawn; every redrawing adds one and gives other bytes. */
  variant: number;
  state: 'ok' | 'no-picture' | 'deleted';
  export: BoardExport;
  /** What the list of its nodes has: those of its scene; or, for an empty board, no list at all or null; `absent`: the endpoint is not there. */
  nodes: 'scene' | 'missing' | 'null' | 'absent';
  syntax: BoardSyntax[];
  theme: BoardTheme | 'absent';
  /** Undefined: whoever may read a document that holds it. */
  readers: string[] | undefined;
}

/** A block as written in the seed, after `repeat` has been unrolled. */
export type WrittenBlock = Exclude<SeedBlock, { type: 'repeat' }>;

/** Kinds that the seed does not name because they follow from others: the root, a grid's columns, a table's cells. */
export type ImpliedKind = 'page' | 'grid_column' | 'table_cell';

/** One docx block. `children` is the tree; `Document.blocks` is the same in document order. */
export interface Block {
  /** 27 letters and digits; the page block's is the document's own id. */
  readonly blockId: string;
  /** Empty for the page block. */
  readonly parentId: string;
  readonly type: WrittenBlock['type'] | ImpliedKind;
  /** What the seed says of it (text, board, caption …); undefined for implied kinds. */
  readonly seed: WrittenBlock | undefined;
  readonly children: readonly Block[];
}

export interface Document {
  readonly id: string;
  readonly tenant: Tenant;
  title: string;
  /** User or app ids; `*` is every user of the tenant. */
  readers: string[];
  deleted: boolean;
  /** Milliseconds since 1970. */
  modifiedAt: number;
  /** Root of the tree. */
  readonly page: Block;
  /** All blocks in document order (pre-order); the first is `page`. */
  readonly blocks: readonly Block[];
}

export interface WikiSpace {
  readonly id: string;
  readonly tenant: Tenant;
  readonly name: string;
  /** Top-level nodes, in order. */
  readonly nodes: readonly WikiNode[];
  /** Who may list them. */
  readers: string[];
}

export interface WikiNode {
  /** What stands in the address: `/wiki/<token>`. */
  readonly token: string;
  readonly space: WikiSpace;
  /** Undefined at the top level. */
  readonly parent: WikiNode | undefined;
  readonly children: readonly WikiNode[];
  readonly title: string;
  readonly objType: 'docx' | 'sheet' | 'bitable' | 'mindnote' | 'file';
  /** For `docx` the document id. A shortcut's is that of the node it points at. */
  readonly objToken: string;
  /** Set for a shortcut: the token of the node it points at. */
  readonly shortcutTo: string | undefined;
  readers: string[];
}
