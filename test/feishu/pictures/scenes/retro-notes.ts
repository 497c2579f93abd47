import { heading, rect, sticky, text } from '../items';
import { createRandom } from '../random';
import { faintInk, type Hue } from '../palette';
import type { Scene, SceneItem } from '../scene';

const columns: { name: string; hue: Hue; notes: [words: string, author: string, votes: number][] }[] = [
  {
    name: '做得好 Went well',
    hue: 'green',
    notes: [
      ['灰度发布零回滚\nZero rollbacks!', '李强', 7],
      ['新同事一周就上手了', '赵敏', 3],
      ['每日站会控制在 10 分钟', '孙悦', 5],
      ['Design reviews 提前了两天', 'Anna', 2],
      ['监控告警先于用户发现问题', '王磊', 4],
    ],
  },
  {
    name: '可改进 To improve',
    hue: 'pink',
    notes: [
      ['测试环境不稳定，\n每天浪费 1 小时', '周宁', 9],
      ['需求评审时图看不清，截图是糊的', '陈默', 6],
      ['Flaky e2e tests on Fridays', 'Tom', 5],
      ['跨时区会议太多', 'Anna', 2],
    ],
  },
  {
    name: '行动项 Actions',
    hue: 'yellow',
    notes: [
      ['测试环境容器化\n@王磊 11/28', '全员', 8],
      ['画板统一导出高清图\n@陈默 11/25', '全员', 6],
      ['Quarantine flaky tests\n@Tom 12/02', '全员', 5],
      ['周四改为无会日', '全员', 4],
      ['补一份上手清单 Checklist', '赵敏', 1],
    ],
  },
];

const WIDTH = 500;
const NOTE = { width: 212, height: 190 };
const random = createRandom(7);

const place = (at: number) => 60 + at * (WIDTH + 20);

const boards: SceneItem[] = columns.flatMap(({ name, hue }, at) => [
  rect(`column-${at}`, [place(at), 140, WIDTH, 800], '', { fill: '#f5f6f7', strokeWidth: 0, radius: 16 }),
  rect(`column-title-${at}`, [place(at) + 20, 160, WIDTH - 40, 56], name, {
    hue,
    bold: true,
    size: 22,
    radius: 28,
  }),
]);

const stickers: SceneItem[] = columns.flatMap(({ hue, notes }, at) =>
  notes.flatMap(([words, author, votes], index) => {
    const left = place(at) + 28 + (index % 2) * (NOTE.width + 20);
    const top = 244 + Math.floor(index / 2) * (NOTE.height + 32);
    const tilt = Math.round((random() * 4 - 2) * 10) / 10;
    return [
      sticky(`note-${at}-${index}`, [left, top, NOTE.width, NOTE.height], words, hue, {
        author,
        tilt,
        size: 20,
      }),
      rect(`votes-${at}-${index}`, [left + NOTE.width - 64, top + NOTE.height - 40, 52, 28], `+${votes}`, {
        fill: '#ffffff',
        radius: 14,
        size: 15,
        strokeWidth: 0,
        bold: true,
      }),
    ];
  }),
);

/** Sticky notes in three columns. */
export const retroNotes: Scene = {
  width: 1660,
  height: 1020,
  background: '#ffffff',
  items: [
    ...heading('迭代回顾 Sprint 42 retro', '匿名投票，每人 5 票 · 主持：赵敏'),
    ...boards,
    ...stickers,
    text('footer', 60, 964, 900, '下次回顾 Next retro: 12 月 4 日', { size: 16, colour: faintInk }),
  ],
};
