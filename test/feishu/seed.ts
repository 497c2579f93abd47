import type { BoardExport, BoardSyntax, BoardTheme, LifetimeField } from './entities';
import type { SceneName } from './pictures/scenes';

/**
 * The world that the embedded Feishu starts from, as plain JSON: `npm run feishu -- --seed FILE` reads the
 * same shape. Ids that are left out are made from their place, so that two starts give the same world.
 */
export interface Seed {
  tenants: SeedTenant[];
  apps: SeedApp[];
  users: SeedUser[];
  tokens: SeedToken[];
  boards: SeedBoard[];
  documents: SeedDocument[];
  wikiSpaces?: SeedWikiSpace[];
  signIn?: SeedSignIn;
}

/** The browser that looks at the pages of signing in, and their pace. */
export interface SeedSignIn {
  /**
   * Who is logged in at the hosts of each brand; default: the first user of that brand; null: nobody. A user of
   * the other brand is how a Lark user comes to the page of a registration that began at Feishu.
   */
  loggedIn?: { feishu?: string | null; lark?: string | null; company?: string | null };
  /** What the device flow and the registration ask clients to wait between polls; default 5; 0: no `slow_down`. */
  deviceIntervalSeconds?: number;
  /** How both name the lifetime of a device code; default `expires_in`. */
  deviceLifetimeField?: LifetimeField;
  /** Where the pages of both stand; default: at the brand's own hosts. */
  verificationHost?: string;
  /** Where the launcher calls every link expired; default: at Lark alone. */
  launcherBroken?: { feishu?: boolean; lark?: boolean; company?: boolean };
}

export interface SeedTenant {
  /** `acme` answers at `acme.feishu.cn`, `acme.larksuite.com` or `acme.acme-works.example`, by its brand. */
  key: string;
  brand: 'feishu' | 'lark' | 'company';
  /** Further host names that serve this tenant's documents, such as `acme.larkoffice.com`. */
  hosts?: string[];
  name: string;
  /** One-click registration is refused on its page. */
  forbidsNewApps?: boolean;
  /** The gateway answers 99991403. */
  quotaSpent?: boolean;
}

export interface SeedApp {
  id: string;
  secret: string;
  tenant: string;
  /** Shown on the pages of signing in; default: the id. */
  name?: string;
  /** `store`: users of other tenants of the brand may sign in too; default `custom`. */
  kind?: 'custom' | 'store';
  /** Scopes that the developer console has enabled. */
  scopes: string[];
  /** Redirect URLs of the security settings; default: none. */
  redirectUrls?: string[];
  /** Ids of users who may use it; default `["*"]`. */
  availableTo?: string[];
  /** Switched off in the developer console. */
  disabled?: boolean;
  /** Default: true. */
  installed?: boolean;
  /** Whether its security settings let it refresh tokens; default: true. */
  mayRefresh?: boolean;
  /** The verification page of the device flow is a 404. */
  devicePageMissing?: boolean;
  /** The gateway answers 99991401. */
  refusesAddress?: boolean;
}

export interface SeedUser {
  id: string;
  name: string;
  enName?: string;
  tenant: string;
  /** Default `active`. */
  state?: 'active' | 'frozen' | 'gone';
}

/** A token that is valid from the start. */
export interface SeedToken {
  token: string;
  app: string;
  /** Absent: a tenant access token, the app itself. */
  user?: string;
  /** Scopes that the user has granted; default: all of the app's. */
  scopes?: string[];
  /** Seconds from the start; default 7200; 0 or less: already expired. */
  expiresIn?: number;
}

export interface SeedBoard {
  /** The whiteboard id: 22 to 27 letters and digits. */
  id: string;
  /** Many like it: `{n}` in the id becomes 1, 2, 3 …, and each picture differs a little. */
  times?: number;
  /** What is drawn on it. */
  scene: SceneName;
  /** How the server encodes the picture; default `png`. */
  format?: 'png' | 'jpeg' | 'gif' | 'svg';
  /** The `Content-Type` that it claims, where that is not the truth. */
  labelled?: string;
  /** Device pixels for each unit of the scene; default 1. */
  scale?: number;
  /** `no-picture`: answers 2890003 although it exists. */
  state?: 'ok' | 'no-picture' | 'deleted';
  /** What comes of asking for a vector drawing; default `svg`. */
  export?: BoardExport;
  /** `missing` and `null`: an empty board, whose list of nodes is not there or null; `absent`: the endpoint is not there. Default: what is drawn. */
  nodes?: 'scene' | 'missing' | 'null' | 'absent';
  /** Mermaid and PlantUML on the board, besides the scene. */
  syntax?: BoardSyntax[];
  /** Default: `default`. */
  theme?: BoardTheme | 'absent';
  /**
   * User or app ids that may read it; default: whoever may read a document that holds it, and everybody
   * where no document does.
   */
  readers?: string[];
}

export interface SeedDocument {
  /** The docx document id: 27 characters. */
  id: string;
  tenant: string;
  title: string;
  /**
   * User or app ids that may read it, `*` being every user of the tenant; default: `*`. An app that comes with
   * its own token has to be named, as the real one must have been added to the document.
   */
  readers?: string[];
  deleted?: boolean;
  blocks: SeedBlock[];
}

/** The document's body, as a tree that one can write by hand. */
export type SeedBlock = { blockId?: string } & (
  | {
      type: `heading${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;
      text: string;
      folded?: boolean;
      children?: SeedBlock[];
    }
  | { type: 'text' | 'bullet' | 'ordered' | 'code' | 'quote' | 'todo'; text: string; children?: SeedBlock[] }
  | { type: 'board'; board: string; caption?: string; width?: number; height?: number }
  | { type: 'grid'; columns: SeedBlock[][] }
  | { type: 'table'; rows: SeedBlock[][][] }
  | { type: 'callout' | 'quote_container'; children: SeedBlock[] }
  | { type: 'source_synced'; children: SeedBlock[] }
  | { type: 'reference_synced'; document: string; block: string }
  | {
      type:
        'sheet' | 'bitable' | 'diagram' | 'mindnote' | 'isv' | 'add_ons' | 'image' | 'divider' | 'undefined';
    }
  /** Many like it: the template is repeated, `{n}` in its texts, captions, ids and boards replaced by 1, 2, 3 … */
  | { type: 'repeat'; times: number; blocks: SeedBlock[] }
);

export interface SeedWikiSpace {
  id: string;
  tenant: string;
  name: string;
  /** Who may list its top level: as for documents. */
  readers?: string[];
  nodes: SeedWikiNode[];
}

export interface SeedWikiNode {
  token: string;
  title: string;
  /** What the node shows; `objType` other than `docx` names a thing that is no document. */
  document?: string;
  objType?: 'docx' | 'sheet' | 'bitable' | 'mindnote' | 'file';
  /** A shortcut to another node, by its token. */
  shortcutTo?: string;
  /** As for documents. */
  readers?: string[];
  children?: SeedWikiNode[];
}
