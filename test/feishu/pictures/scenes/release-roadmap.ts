import { polyline } from '../connect';
import { diamond, heading, lane, rect, text } from '../items';
import { faintInk, strong, type Hue } from '../palette';
import type { Scene, SceneItem } from '../scene';

const months = [
  '7 月',
  '8 月',
  '9 月',
  '10 月',
  '11 月',
  '12 月',
  '1 月',
  '2 月',
  '3 月',
  '4 月',
  '5 月',
  '6 月',
];
const LEFT = 260;
const MONTH = 240;
const TOP = 190;
const ROW = 170;

type Bar = [from: number, to: number, line: 0 | 1, words: string];

const tracks: { name: string; hue: Hue; bars: Bar[] }[] = [
  {
    name: '编辑器 Editor',
    hue: 'blue',
    bars: [
      [0, 2.6, 0, '表格重写 Table rewrite'],
      [2.8, 5.4, 0, '同步块 Synced blocks'],
      [5.6, 9, 0, '离线编辑 Offline editing'],
      [1.2, 3.4, 1, '快捷键 Shortcuts'],
      [6.4, 10.8, 1, '公式与图表 Formulas & charts'],
    ],
  },
  {
    name: '画板 Boards',
    hue: 'purple',
    bars: [
      [0.5, 3.2, 0, '脑图 Mind maps'],
      [3.4, 6.9, 0, '时序图 / 泳道 Swimlanes'],
      [7.2, 11.4, 0, '演示模式 Present mode'],
      [4.2, 6.2, 1, '导出 SVG'],
    ],
  },
  {
    name: '平台 Platform',
    hue: 'teal',
    bars: [
      [0, 4.4, 0, '开放 API v2 · 限流与配额 Quotas'],
      [4.8, 8.2, 0, '事件订阅 Webhooks'],
      [8.4, 11.8, 0, '应用市场 Marketplace'],
      [2, 4.6, 1, '审计日志 Audit log'],
    ],
  },
  {
    name: '移动端 Mobile',
    hue: 'orange',
    bars: [
      [1, 4, 0, '平板手写 Pencil on tablets'],
      [4.4, 7.6, 0, '小组件 Widgets'],
      [8, 11, 0, '语音速记 Voice notes'],
    ],
  },
];

const milestones: [at: number, words: string][] = [
  [2.7, '8.0 发布'],
  [5.5, '8.1 发布'],
  [9.1, '9.0 Beta'],
  [11.9, '9.0 GA'],
];

const right = LEFT + MONTH * months.length;
const bottom = TOP + ROW * tracks.length;

const calendar: SceneItem[] = months.flatMap((month, at) => [
  rect(`month-${at}`, [LEFT + at * MONTH, 130, MONTH, 50], month, {
    fill: at % 2 ? '#f2f3f5' : '#e8eaed',
    strokeWidth: 0,
    radius: 0,
    bold: true,
  }),
  polyline(
    `month-line-${at}`,
    [
      { x: LEFT + at * MONTH, y: TOP },
      { x: LEFT + at * MONTH, y: bottom },
    ],
    { arrow: 'none', stroke: '#e5e6eb', strokeWidth: 1 },
  ),
]);

const lanes: SceneItem[] = tracks.map(({ name, hue }, at) =>
  lane(`track-${at}`, [60, TOP + at * ROW, right - 60, ROW], name, hue, { barSize: 56, fill: 'none' }),
);

const bars: SceneItem[] = tracks.flatMap(({ bars: own, hue }, track) =>
  own.map(([from, to, line, words], at) =>
    rect(
      `bar-${track}-${at}`,
      [LEFT + from * MONTH, TOP + track * ROW + 22 + line * 66, (to - from) * MONTH, 52],
      words,
      { hue, radius: 26 },
    ),
  ),
);

const flags: SceneItem[] = milestones.flatMap(([at, words], index) => {
  const x = LEFT + at * MONTH;
  return [
    polyline(
      `flag-line-${index}`,
      [
        { x, y: TOP },
        { x, y: bottom + 30 },
      ],
      { arrow: 'none', dashed: true, stroke: strong.red, strokeWidth: 1.5 },
    ),
    diamond(`flag-${index}`, [x - 16, bottom + 24, 32, 32], '', { fill: strong.red, strokeWidth: 0 }),
    text(`flag-words-${index}`, x - 100, bottom + 64, 200, words, { align: 'center', bold: true }),
  ];
});

/** A very wide plan of a year. */
export const releaseRoadmap: Scene = {
  width: 3200,
  height: 1000,
  background: '#ffffff',
  items: [
    ...heading('版本路线图 Release roadmap', '2026 H2 – 2027 H1 · 每周一更新'),
    ...calendar,
    ...lanes,
    text('team', 136, TOP + 20, 110, '4 名工程师\n1 名设计师', { size: 15, colour: faintInk }),
    text('team-1', 136, TOP + ROW + 20, 110, '3 名工程师', { size: 15, colour: faintInk }),
    text('team-2', 136, TOP + ROW * 2 + 20, 110, '5 名工程师', { size: 15, colour: faintInk }),
    text('team-3', 136, TOP + ROW * 3 + 20, 110, '3 名工程师', { size: 15, colour: faintInk }),
    ...flags,
    ...bars,
  ],
};
