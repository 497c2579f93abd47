import { polyline } from '../connect';
import { ellipse, heading, lane, photo, rect, sticky, text } from '../items';
import { faintInk, hairline, strong, white, type Hue } from '../palette';
import type { Scene, SceneItem } from '../scene';

interface Stage {
  name: string;
  hue: Hue;
  does: string;
  touch: string;
  /** 0 is happy, 1 is lost. */
  mood: number;
  says: string;
  idea: string;
}

const stages: Stage[] = [
  {
    name: '发现 Discover',
    hue: 'blue',
    does: '同事发来一篇文档，\n里面有一张流程图',
    touch: '群聊、文档链接',
    mood: 0.25,
    says: '“这张图讲得真清楚”',
    idea: '链接预览显示画板缩略图',
  },
  {
    name: '尝试 Try',
    hue: 'teal',
    does: '新建文档，插入画板，\n从模板开始',
    touch: '模板库、新手引导',
    mood: 0.4,
    says: '“模板太多，选哪个？”',
    idea: '按职业推荐模板\nTemplates by role',
  },
  {
    name: '协作 Work',
    hue: 'green',
    does: '邀请三位同事一起\n画泳道图',
    touch: '画板、评论、会议',
    mood: 0.15,
    says: '“光标一起动，像在一间屋子里”',
    idea: '计时器和投票\nTimer & voting',
  },
  {
    name: '汇报 Present',
    hue: 'orange',
    does: '把图放进幻灯片，\n给老板讲方案',
    touch: '幻灯片、投影',
    mood: 0.85,
    says: '“截图糊了，一张张存太慢”',
    idea: '批量导出清晰图片\nExport in bulk!',
  },
  {
    name: '归档 Keep',
    hue: 'purple',
    does: '项目结束，图片\n发给客户和归档',
    touch: '邮件、网盘',
    mood: 0.6,
    says: '“文件名都是 image(3).png”',
    idea: '用标题命名文件\nName by heading',
  },
];

const LEFT = 190;
const WIDTH = 390;
const MOOD = { top: 610, height: 190 };

const columns: SceneItem[] = stages.flatMap(({ name, hue, does, touch, says, idea, mood }, at) => {
  const x = LEFT + at * WIDTH;
  const middle = x + WIDTH / 2;
  const y = MOOD.top + mood * MOOD.height;
  return [
    rect(`stage-${at}`, [x + 10, 140, WIDTH - 20, 60], name, { hue, bold: true, size: 22 }),
    rect(`does-${at}`, [x + 25, 245, WIDTH - 50, 110], does, { fill: white }),
    rect(`touch-${at}`, [x + 25, 425, WIDTH - 50, 70], touch, { fill: '#f8f9fa', colour: faintInk }),
    ellipse(`mood-${at}`, [middle - 14, y - 14, 28, 28], '', {
      fill: strong[hue],
      stroke: white,
      strokeWidth: 4,
    }),
    text(`says-${at}`, x + 20, mood > 0.5 ? y - 52 : y + 26, WIDTH - 40, says, { align: 'center', size: 17 }),
    sticky(`idea-${at}`, [x + 85, 888, 220, 170], idea, hue, { author: '工作坊', tilt: (at % 3) - 1 }),
  ];
});

const rows: SceneItem[] = (
  [
    ['行为 Doing', 220, 160],
    ['触点 Touch', 400, 120],
    ['情绪 Mood', 540, 300],
    ['机会 Ideas', 860, 230],
  ] as const
).map(([name, y, height], at) =>
  lane(`row-${at}`, [60, y, LEFT + WIDTH * stages.length - 50, height], name, 'grey', {
    barSize: 56,
    fill: 'none',
  }),
);

const moods = stages.map(({ mood }, at) => ({
  x: LEFT + at * WIDTH + WIDTH / 2,
  y: MOOD.top + mood * MOOD.height,
}));

const curve: SceneItem[] = moods.slice(1).map((point, at) =>
  polyline(`curve-${at}`, [moods[at] ?? point, point], {
    line: 'curve',
    arrow: 'none',
    stroke: strong.blue,
    strokeWidth: 4,
  }),
);

/** Stages in columns, with the curve of a mood and some photographs. */
export const userJourney: Scene = {
  width: 2220,
  height: 1440,
  background: '#fdfdfd',
  items: [
    ...heading('用户旅程 User journey', '角色：产品经理小林，28 岁 · 2026-10 访谈 12 人'),
    ...rows,
    polyline(
      'mood-middle',
      [
        { x: 116, y: 705 },
        { x: 2140, y: 705 },
      ],
      { arrow: 'none', dashed: true, stroke: hairline, strokeWidth: 1 },
    ),
    ...curve,
    ...columns,
    text('photos', 60, 1130, 600, '现场照片 From the workshop', { bold: true, size: 22 }),
    ...[0, 1, 2, 3, 4].map((at) => photo(`photo-${at}`, [60 + at * 421, 1180, 396, 200], 11 + at)),
  ],
};
