import type { Seed, SeedBlock } from '../feishu/seed';

/** A document with a board in every container that a page has, and with everything that is no board. */

/** Each place by its name, which is the caption and part of the ids of the board in it. */
export const places = [
  'Grid',
  'TableCell',
  'Callout',
  'Quote',
  'ListItem',
  'Folded',
  'SyncedSource',
  'Copy',
  'CopyForbidden',
  'BehindGap',
  'Pending',
] as const;
type Place = (typeof places)[number];

/** The block id of the board at a place. */
export const blockAt = (place: Place): string => `Block${place}`.padEnd(26, '0').concat('1');
const boardAt = (place: Place): string => `Board${place}`.padEnd(26, '0').concat('1');
const board = (place: Place): SeedBlock => ({
  type: 'board',
  board: boardAt(place),
  blockId: blockAt(place),
  caption: place,
});

const text = (times: number): SeedBlock => ({
  type: 'repeat',
  times,
  blocks: [{ type: 'text', text: '段落' }],
});
const decoys = (
  ['sheet', 'bitable', 'diagram', 'mindnote', 'isv', 'add_ons', 'image', 'undefined'] as const
).map((type): SeedBlock => ({ type }));
const source = 'BlockSourceHere000000000001';

export const trapDocument = 'DocTraps0000000000000000001';
/** The same document in a wiki. */
export const trapNode = 'WikiTraps000000000000000001';
/** Two documents beside it in the wiki, with a board each. */
export const otherNodes = ['WikiBeside00000000000000001', 'WikiFarther0000000000000001'] as const;
export const besideDocument = 'DocBeside000000000000000001';
export const fartherDocument = 'DocFarther00000000000000001';

const small = (id: string, title: string): Seed['documents'][number] => ({
  id,
  tenant: 'acme',
  title,
  blocks: [{ type: 'board', board: boardAt('Grid'), blockId: id.replace('Doc', 'Blk'), caption: title }],
});

export const trapWorld: Seed = {
  tenants: [{ key: 'acme', brand: 'feishu', name: 'Acme' }],
  apps: [
    {
      id: 'cli_all',
      secret: 'secret',
      tenant: 'acme',
      scopes: ['board:whiteboard:node:read', 'docx:document:readonly', 'wiki:node:read'],
    },
  ],
  users: [
    { id: 'ou_reader', name: 'Reader', tenant: 'acme' },
    { id: 'ou_owner', name: 'Owner', tenant: 'acme' },
  ],
  tokens: [
    { token: 'u-all', app: 'cli_all', user: 'ou_reader' },
    { token: 'u-pictures', app: 'cli_all', user: 'ou_reader', scopes: ['board:whiteboard:node:read'] },
  ],
  boards: places.map((place) => ({ id: boardAt(place), scene: 'payment-flow' })),
  documents: [
    {
      id: trapDocument,
      tenant: 'acme',
      title: '陷阱 Traps',
      blocks: [
        { type: 'grid', columns: [[board('Grid')], [{ type: 'text', text: '右' }]] },
        { type: 'table', rows: [[[{ type: 'text', text: 'A' }], [board('TableCell')]]] },
        { type: 'callout', children: [board('Callout')] },
        { type: 'quote_container', children: [board('Quote')] },
        { type: 'bullet', text: '列表', children: [board('ListItem')] },
        ...decoys,
        { type: 'heading2', text: '收起的 Folded', folded: true, children: [board('Folded')] },
        { type: 'source_synced', blockId: source, children: [board('SyncedSource')] },
        { type: 'reference_synced', document: trapDocument, block: source },
        {
          type: 'reference_synced',
          document: 'DocShared000000000000000001',
          block: 'BlockShared0000000000000001',
        },
        {
          type: 'reference_synced',
          document: 'DocSecret000000000000000001',
          block: 'BlockSecret0000000000000001',
        },
        text(40),
        board('BehindGap'),
        text(200),
        board('Pending'),
      ],
    },
    {
      id: 'DocShared000000000000000001',
      tenant: 'acme',
      title: '来源 Source',
      blocks: [{ type: 'source_synced', blockId: 'BlockShared0000000000000001', children: [board('Copy')] }],
    },
    {
      id: 'DocSecret000000000000000001',
      tenant: 'acme',
      title: '机密 Secret',
      readers: ['ou_owner'],
      blocks: [
        { type: 'source_synced', blockId: 'BlockSecret0000000000000001', children: [board('CopyForbidden')] },
      ],
    },
    small(besideDocument, '旁边 Beside'),
    small(fartherDocument, '更远 Farther'),
  ],
  wikiSpaces: [
    {
      id: '7000000000000000001',
      tenant: 'acme',
      name: '知识库',
      nodes: [
        { token: trapNode, title: '陷阱', document: trapDocument },
        { token: otherNodes[0], title: '旁边', document: besideDocument },
        { token: otherNodes[1], title: '更远', document: fartherDocument },
      ],
    },
  ],
};
