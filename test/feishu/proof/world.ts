import type { Seed, SeedBlock } from '../seed';

/** A small world for the proofs: one company at each brand, three kinds of token, a board for each case. */

export const documentId = 'DocWithBoards00000000000001';
export const sourceId = 'DocWithSource00000000000001';
export const longId = 'DocThatIsLong00000000000001';
export const secretId = 'DocForNobody000000000000001';
export const deletedId = 'DocDeleted00000000000000001';
export const appDocumentId = 'DocForTheApp000000000000001';
export const larkDocumentId = 'DocAtLark000000000000000001';

export const boardIds = {
  png: 'BoardPng0000000000000001',
  jpeg: 'BoardJpeg000000000000001',
  gif: 'BoardGif0000000000000001',
  svg: 'BoardSvg0000000000000001',
  mislabelled: 'BoardLabel00000000000001',
  noPicture: 'BoardNoPicture0000000001',
  deleted: 'BoardDeleted000000000001',
  forbidden: 'BoardForbidden0000000001',
  lark: 'BoardLark000000000000001',
} as const;

export const tokens = {
  user: 'u-user',
  narrow: 'u-narrow',
  expired: 'u-expired',
  other: 'u-other',
  app: 't-app',
  lark: 'u-lark',
} as const;

export const app = { id: 'cli_proof', secret: 'secret-of-proof' };
export const larkApp = { id: 'cli_lark', secret: 'secret-of-lark' };
/** Of a company's own deployment, and where that answers. */
export const worksApp = { id: 'cli_works', secret: 'secret-of-works' };
export const worksHosts = { open: 'open.acme-works.example', accounts: 'accounts.acme-works.example' };
export const redirectUrl = 'https://proof.chromiumapp.org/';
export const poorApp = { id: 'cli_poor', secret: 'secret-of-poor', token: 'u-poor' };

const scopes = [
  'board:whiteboard:node:read',
  'docx:document:readonly',
  'wiki:node:read',
  'wiki:node:retrieve',
  'drive:drive.metadata:readonly',
  'offline_access',
];

const body: SeedBlock[] = [
  { type: 'heading2', text: '支付流程', children: [{ type: 'board', board: boardIds.png, width: 820 }] },
  { type: 'text', text: '' },
  { type: 'grid', columns: [[{ type: 'board', board: boardIds.jpeg }], [{ type: 'text', text: 'right' }]] },
  { type: 'table', rows: [[[{ type: 'board', board: boardIds.gif }], []]] },
  { type: 'callout', children: [{ type: 'board', board: boardIds.svg }] },
  { type: 'reference_synced', document: sourceId, block: 'SourceBlock0000000000000001' },
  { type: 'board', board: boardIds.mislabelled },
  { type: 'board', board: boardIds.noPicture },
  { type: 'board', board: boardIds.deleted },
  { type: 'board', board: boardIds.forbidden },
  { type: 'undefined' },
];

export const world: Seed = {
  tenants: [
    { key: 'acme', brand: 'feishu', name: 'Acme', hosts: ['acme.larkoffice.com'] },
    { key: 'acme-lark', brand: 'lark', name: 'Acme Lark' },
    { key: 'guests', brand: 'feishu', name: 'Guests' },
    { key: 'docs', brand: 'company', name: 'Acme Works' },
  ],
  apps: [
    { ...app, name: 'Proof', tenant: 'acme', scopes, redirectUrls: [redirectUrl] },
    { id: poorApp.id, secret: poorApp.secret, tenant: 'acme', scopes: [] },
    { ...larkApp, tenant: 'acme-lark', scopes, redirectUrls: [redirectUrl] },
    { ...worksApp, tenant: 'docs', scopes, redirectUrls: [redirectUrl] },
  ],
  users: [
    { id: 'ou_chen', name: '陈晓', enName: 'Chen Xiao', tenant: 'acme' },
    { id: 'ou_li', name: '李雷', tenant: 'acme' },
    { id: 'ou_kim', name: 'Kim', tenant: 'acme-lark' },
    { id: 'ou_guest', name: 'Guest', tenant: 'guests' },
    { id: 'ou_sato', name: '佐藤', tenant: 'docs' },
  ],
  tokens: [
    { token: tokens.user, app: app.id, user: 'ou_chen' },
    { token: tokens.narrow, app: app.id, user: 'ou_chen', scopes: ['docx:document:readonly'] },
    { token: tokens.expired, app: app.id, user: 'ou_chen', expiresIn: 0 },
    { token: tokens.other, app: app.id, user: 'ou_li' },
    { token: tokens.app, app: app.id },
    { token: poorApp.token, app: poorApp.id, user: 'ou_chen' },
    { token: tokens.lark, app: 'cli_lark', user: 'ou_kim' },
  ],
  boards: [
    { id: boardIds.png, scene: 'payment-flow' },
    { id: boardIds.jpeg, scene: 'org-chart', format: 'jpeg' },
    { id: boardIds.gif, scene: 'wireframe', format: 'gif' },
    { id: boardIds.svg, scene: 'er-diagram', format: 'svg' },
    { id: boardIds.mislabelled, scene: 'org-chart', format: 'jpeg', labelled: 'image/png' },
    { id: boardIds.noPicture, scene: 'org-chart', state: 'no-picture' },
    { id: boardIds.deleted, scene: 'org-chart', state: 'deleted' },
    { id: boardIds.forbidden, scene: 'org-chart', readers: ['ou_li'] },
    { id: boardIds.lark, scene: 'wireframe' },
  ],
  documents: [
    { id: documentId, tenant: 'acme', title: '系统设计', blocks: body },
    {
      id: sourceId,
      tenant: 'acme',
      title: 'Source',
      blocks: [
        {
          blockId: 'SourceBlock0000000000000001',
          type: 'source_synced',
          children: [
            {
              type: 'heading3',
              text: 'Synced',
              children: [{ type: 'board', board: boardIds.png }],
            },
            { type: 'text', text: 'after' },
          ],
        },
      ],
    },
    {
      id: longId,
      tenant: 'acme',
      title: 'Long',
      blocks: [{ type: 'repeat', times: 1100, blocks: [{ type: 'text', text: 'Line {n}' }] }],
    },
    { id: secretId, tenant: 'acme', title: 'Secret', readers: ['ou_li'], blocks: [] },
    { id: deletedId, tenant: 'acme', title: 'Deleted', deleted: true, blocks: [] },
    {
      id: appDocumentId,
      tenant: 'acme',
      title: 'With an app',
      readers: ['*', app.id],
      blocks: [{ type: 'board', board: boardIds.png }],
    },
    {
      id: larkDocumentId,
      tenant: 'acme-lark',
      title: 'At Lark',
      blocks: [{ type: 'board', board: boardIds.lark }],
    },
  ],
  wikiSpaces: [
    {
      id: '7000000000000000001',
      tenant: 'acme',
      name: 'Handbook',
      nodes: [
        {
          token: 'wikiRoot',
          title: 'Root',
          document: documentId,
          children: [
            { token: 'wikiHidden1', title: 'Hidden 1', document: secretId, readers: ['ou_li'] },
            { token: 'wikiHidden2', title: 'Hidden 2', document: secretId, readers: ['ou_li'] },
            { token: 'wikiSheet', title: 'Numbers', objType: 'sheet' },
            { token: 'wikiShortcut', title: 'Shortcut', shortcutTo: 'wikiRoot' },
          ],
        },
      ],
    },
  ],
};
