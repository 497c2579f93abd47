import type { Seed, SeedBlock } from '../seed';

/** Documents for the tests of the pages: everything that a page can hold, one long document, one wiki. */

const all: SeedBlock[] = [
  { type: 'text', text: '前言 Foreword' },
  { type: 'heading1', text: '总览 Overview' },
  {
    type: 'board',
    board: 'BoardTopLevel00000000000001',
    blockId: 'BlockTopLevel00000000000001',
    caption: '总图',
  },
  {
    type: 'grid',
    columns: [[{ type: 'board', board: 'BoardInGrid0000000000000001' }], [{ type: 'text', text: '右' }]],
  },
  {
    type: 'table',
    rows: [
      [[{ type: 'text', text: 'A1' }], [{ type: 'board', board: 'BoardInTable000000000000001' }]],
      [[{ type: 'text', text: 'B1' }], [{ type: 'text', text: 'B2' }]],
    ],
  },
  {
    type: 'callout',
    children: [
      { type: 'text', text: '注意' },
      { type: 'board', board: 'BoardInCallout0000000000001' },
      { type: 'repeat', times: 300, blocks: [{ type: 'text', text: '第 {n} 条' }] },
    ],
  },
  { type: 'quote_container', children: [{ type: 'text', text: '引用' }] },
  {
    type: 'heading2',
    text: '收起的 Folded',
    folded: true,
    children: [{ type: 'board', board: 'BoardFolded0000000000000001' }],
  },
  { type: 'reference_synced', document: 'DocSynced000000000000000001', block: 'BlockSynced0000000000000001' },
  ...(
    ['sheet', 'bitable', 'diagram', 'mindnote', 'isv', 'add_ons', 'image', 'divider', 'undefined'] as const
  ).map((type): SeedBlock => ({ type })),
  { type: 'bullet', text: '列表', children: [{ type: 'bullet', text: '子项' }] },
  { type: 'ordered', text: '第一' },
  { type: 'todo', text: '待办' },
  { type: 'code', text: 'const a = 1;\nconst b = 2;' },
  { type: 'heading3', text: '结尾 End' },
  { type: 'board', board: 'BoardAtTheEnd00000000000001' },
];

const boardIds = [
  'TopLevel',
  'InGrid',
  'InTable',
  'InCallout',
  'Folded',
  'AtTheEnd',
  'Synced',
  'Wiki',
  'Many',
];
const blockCount = 6000;
const boardEvery = 15;

export const pagesSeed: Seed = {
  tenants: [
    { key: 'acme', brand: 'feishu', name: 'Acme' },
    { key: 'other', brand: 'lark', name: 'Other' },
  ],
  apps: [],
  users: [],
  tokens: [],
  boards: boardIds.map((name, at) => ({
    id: `Board${name}`.padEnd(26, '0') + 1,
    scene: at % 2 ? 'data-pipeline' : 'payment-flow',
  })),
  documents: [
    { id: 'DocEverything00000000000001', tenant: 'acme', title: '样例 Everything', blocks: all },
    {
      id: 'DocSynced000000000000000001',
      tenant: 'acme',
      title: '来源 Source',
      blocks: [
        {
          type: 'source_synced',
          blockId: 'BlockSynced0000000000000001',
          children: [
            { type: 'board', board: 'BoardSynced0000000000000001', blockId: 'BlockInSynced00000000000001' },
          ],
        },
      ],
    },
    {
      id: 'DocLong00000000000000000001',
      tenant: 'acme',
      title: '很长 Long',
      blocks: [
        {
          type: 'repeat',
          times: blockCount / boardEvery,
          blocks: [
            { type: 'heading2', text: '第 {n} 节' },
            { type: 'repeat', times: boardEvery - 2, blocks: [{ type: 'text', text: '段落' }] },
            { type: 'board', board: 'BoardMany000000000000000001' },
          ],
        },
      ],
    },
    {
      id: 'DocInWiki000000000000000001',
      tenant: 'acme',
      title: '维基 Wiki',
      blocks: [
        { type: 'board', board: 'BoardWiki000000000000000001', blockId: 'BlockInWiki0000000000000001' },
      ],
    },
    { id: 'DocUntitled0000000000000001', tenant: 'acme', title: '', blocks: [] },
    { id: 'DocDeleted00000000000000001', tenant: 'acme', title: '旧', deleted: true, blocks: [] },
    {
      id: 'DocOfOther00000000000000001',
      tenant: 'other',
      title: '"Quotes" & </script><b>',
      blocks: [{ type: 'text', text: '</script>' }],
    },
  ],
  wikiSpaces: [
    {
      id: '7000000000000000001',
      tenant: 'acme',
      name: '知识库',
      nodes: [
        {
          token: 'WikiFirst000000000000000001',
          title: '维基 Wiki',
          document: 'DocInWiki000000000000000001',
          children: [
            { token: 'WikiSecond00000000000000001', title: '样例', document: 'DocEverything00000000000001' },
            { token: 'WikiSheet000000000000000001', title: '表格', objType: 'sheet' },
            {
              token: 'WikiShortcut000000000000001',
              title: '快捷',
              shortcutTo: 'WikiSecond00000000000000001',
            },
          ],
        },
      ],
    },
  ],
};
