import { connect } from '../connect';
import { heading, rect, text } from '../items';
import { faintInk, hairline, strong, white, type Hue } from '../palette';
import type { Scene, SceneItem } from '../scene';

interface Table {
  id: string;
  name: string;
  x: number;
  y: number;
  hue: Hue;
  fields: [name: string, type: string, key?: 'PK' | 'FK'][];
}

const WIDTH = 320;
const ROW = 36;

const tables: Table[] = [
  {
    id: 'user',
    name: 'user 用户',
    x: 60,
    y: 150,
    hue: 'blue',
    fields: [
      ['id', 'bigint', 'PK'],
      ['name', 'varchar(64)'],
      ['email', 'varchar(128)'],
      ['created_at', 'timestamp'],
    ],
  },
  {
    id: 'document',
    name: 'document 文档',
    x: 580,
    y: 150,
    hue: 'purple',
    fields: [
      ['id', 'char(27)', 'PK'],
      ['owner_id', 'bigint', 'FK'],
      ['space_id', 'bigint', 'FK'],
      ['title', 'varchar(800)'],
      ['revision', 'int'],
      ['deleted', 'boolean'],
    ],
  },
  {
    id: 'space',
    name: 'space 知识库',
    x: 1100,
    y: 150,
    hue: 'teal',
    fields: [
      ['id', 'bigint', 'PK'],
      ['name', 'varchar(64)'],
      ['visibility', 'enum'],
    ],
  },
  {
    id: 'comment',
    name: 'comment 评论',
    x: 60,
    y: 590,
    hue: 'orange',
    fields: [
      ['id', 'bigint', 'PK'],
      ['author_id', 'bigint', 'FK'],
      ['block_id', 'char(27)', 'FK'],
      ['body', 'text'],
      ['resolved', 'boolean'],
    ],
  },
  {
    id: 'block',
    name: 'block 内容块',
    x: 580,
    y: 590,
    hue: 'purple',
    fields: [
      ['id', 'char(27)', 'PK'],
      ['document_id', 'char(27)', 'FK'],
      ['parent_id', 'char(27)', 'FK'],
      ['type', 'smallint'],
      ['position', 'int'],
      ['content', 'jsonb'],
    ],
  },
  {
    id: 'whiteboard',
    name: 'whiteboard 画板',
    x: 1100,
    y: 590,
    hue: 'green',
    fields: [
      ['token', 'char(27)', 'PK'],
      ['block_id', 'char(27)', 'FK'],
      ['width', 'int'],
      ['height', 'int'],
      ['nodes', 'jsonb'],
    ],
  },
];

const frame = ({ id, x, y, fields, hue }: Table) =>
  rect(id, [x, y, WIDTH, 52 + fields.length * ROW + 12], '', { hue, fill: white, radius: 8 });

const draw = (table: Table): SceneItem[] => [
  frame(table),
  rect(`${table.id}-name`, [table.x, table.y, WIDTH, 52], table.name, {
    hue: table.hue,
    bold: true,
    size: 20,
  }),
  ...table.fields.flatMap(([name, type, key], at): SceneItem[] => {
    const y = table.y + 60 + at * ROW;
    const colour = key === 'PK' ? strong.orange : key === 'FK' ? strong.blue : hairline;
    return [
      text(`${table.id}.${name}-key`, table.x + 14, y + 2, 40, key ?? '·', { size: 14, bold: true, colour }),
      text(`${table.id}.${name}`, table.x + 54, y, 140, name, { size: 17, bold: key === 'PK' }),
      text(`${table.id}.${name}-type`, table.x + 180, y + 1, 126, type, {
        size: 15,
        align: 'right',
        colour: faintInk,
      }),
    ];
  }),
];

const box = (id: string) => {
  const table = tables.find((candidate) => candidate.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return frame(table);
};

/** Tables of a database and how they belong together. */
export const erDiagram: Scene = {
  width: 1480,
  height: 940,
  background: '#fafbfc',
  items: [
    ...heading('数据模型 ER diagram', '文档与画板 Documents and boards'),
    connect(box('user'), box('document'), { at: [0.4, 0.31], label: '1 : n', sides: ['right', 'left'] }),
    connect(box('space'), box('document'), { at: [0.5, 0.3], label: '1 : n', sides: ['left', 'right'] }),
    connect(box('user'), box('comment'), { label: '1 : n' }),
    connect(box('document'), box('block'), { label: '1 : n' }),
    connect(box('block'), box('comment'), { at: [0.4, 0.45], label: '1 : n', sides: ['left', 'right'] }),
    connect(box('block'), box('whiteboard'), {
      at: [0.4, 0.45],
      label: '1 : 0..1',
      sides: ['right', 'left'],
    }),
    ...tables.flatMap(draw),
  ],
};
