import * as v from 'valibot';
import { sceneNames } from './pictures/scenes';
import type { Seed, SeedBlock, SeedWikiNode } from './seed';

/** The schema of `seed.ts`, for seeds that come from files. Unknown fields are errors, so that typos show. */

const strings = v.array(v.string());
const optional = {
  string: v.exactOptional(v.string()),
  strings: v.exactOptional(strings),
  number: v.exactOptional(v.number()),
  boolean: v.exactOptional(v.boolean()),
};
const blockId = optional.string;
const blocks = v.array(v.lazy(() => block));

const block: v.GenericSchema<SeedBlock> = v.variant('type', [
  v.strictObject({
    blockId,
    type: v.picklist([
      'heading1',
      'heading2',
      'heading3',
      'heading4',
      'heading5',
      'heading6',
      'heading7',
      'heading8',
      'heading9',
    ]),
    text: v.string(),
    folded: optional.boolean,
    children: v.exactOptional(blocks),
  }),
  v.strictObject({
    blockId,
    type: v.picklist(['text', 'bullet', 'ordered', 'code', 'quote', 'todo']),
    text: v.string(),
    children: v.exactOptional(blocks),
  }),
  v.strictObject({
    blockId,
    type: v.literal('board'),
    board: v.string(),
    caption: optional.string,
    width: optional.number,
    height: optional.number,
  }),
  v.strictObject({ blockId, type: v.literal('grid'), columns: v.array(blocks) }),
  v.strictObject({ blockId, type: v.literal('table'), rows: v.array(v.array(blocks)) }),
  v.strictObject({ blockId, type: v.picklist(['callout', 'quote_container']), children: blocks }),
  v.strictObject({ blockId, type: v.literal('source_synced'), children: blocks }),
  v.strictObject({ blockId, type: v.literal('reference_synced'), document: v.string(), block: v.string() }),
  v.strictObject({
    blockId,
    type: v.picklist([
      'sheet',
      'bitable',
      'diagram',
      'mindnote',
      'isv',
      'add_ons',
      'image',
      'divider',
      'undefined',
    ]),
  }),
  v.strictObject({ blockId, type: v.literal('repeat'), times: v.number(), blocks }),
]);

const wikiNode: v.GenericSchema<SeedWikiNode> = v.strictObject({
  token: v.string(),
  title: v.string(),
  document: optional.string,
  objType: v.exactOptional(v.picklist(['docx', 'sheet', 'bitable', 'mindnote', 'file'])),
  shortcutTo: optional.string,
  readers: optional.strings,
  children: v.exactOptional(v.array(v.lazy(() => wikiNode))),
});

const tenant = v.strictObject({
  key: v.string(),
  brand: v.picklist(['feishu', 'lark', 'company']),
  hosts: optional.strings,
  name: v.string(),
  forbidsNewApps: optional.boolean,
  quotaSpent: optional.boolean,
});

const app = v.strictObject({
  id: v.string(),
  secret: v.string(),
  tenant: v.string(),
  name: optional.string,
  kind: v.exactOptional(v.picklist(['custom', 'store'])),
  scopes: strings,
  redirectUrls: optional.strings,
  availableTo: optional.strings,
  disabled: optional.boolean,
  installed: optional.boolean,
  mayRefresh: optional.boolean,
  devicePageMissing: optional.boolean,
  refusesAddress: optional.boolean,
});

const user = v.strictObject({
  id: v.string(),
  name: v.string(),
  enName: optional.string,
  tenant: v.string(),
  state: v.exactOptional(v.picklist(['active', 'frozen', 'gone'])),
});

const token = v.strictObject({
  token: v.string(),
  app: v.string(),
  user: optional.string,
  scopes: optional.strings,
  expiresIn: optional.number,
});

const board = v.strictObject({
  id: v.string(),
  times: optional.number,
  scene: v.picklist(sceneNames),
  format: v.exactOptional(v.picklist(['png', 'jpeg', 'gif', 'svg'])),
  labelled: optional.string,
  scale: optional.number,
  state: v.exactOptional(v.picklist(['ok', 'no-picture', 'deleted'])),
  export: v.exactOptional(v.picklist(['svg', 'absent', 'refused', 'not-svg', 'not-base64', 'empty'])),
  nodes: v.exactOptional(v.picklist(['scene', 'missing', 'null', 'absent'])),
  syntax: v.exactOptional(
    v.array(v.strictObject({ language: v.picklist(['plantuml', 'mermaid']), code: v.string() })),
  ),
  theme: v.exactOptional(
    v.picklist([
      'classic',
      'minimalist_gray',
      'retro',
      'vibrant_color',
      'minimalist_blue',
      'default',
      'absent',
    ]),
  ),
  readers: optional.strings,
});

const document = v.strictObject({
  id: v.string(),
  tenant: v.string(),
  title: v.string(),
  readers: optional.strings,
  deleted: optional.boolean,
  blocks,
});

const wikiSpace = v.strictObject({
  id: v.string(),
  tenant: v.string(),
  name: v.string(),
  readers: optional.strings,
  nodes: v.array(wikiNode),
});

const loggedIn = v.exactOptional(v.nullable(v.string()));

const signIn = v.strictObject({
  loggedIn: v.exactOptional(v.strictObject({ feishu: loggedIn, lark: loggedIn, company: loggedIn })),
  deviceIntervalSeconds: optional.number,
  deviceLifetimeField: v.exactOptional(v.picklist(['expires_in', 'expire_in', 'absent'])),
  verificationHost: optional.string,
  launcherBroken: v.exactOptional(
    v.strictObject({ feishu: optional.boolean, lark: optional.boolean, company: optional.boolean }),
  ),
});

export const seedSchema: v.GenericSchema<unknown, Seed> = v.strictObject({
  tenants: v.array(tenant),
  apps: v.array(app),
  users: v.array(user),
  tokens: v.array(token),
  boards: v.array(board),
  documents: v.array(document),
  wikiSpaces: v.exactOptional(v.array(wikiSpace)),
  signIn: v.exactOptional(signIn),
});
