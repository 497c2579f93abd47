import { connect } from '../connect';
import { heading, rect } from '../items';
import { hairline, strong, white, type Hue } from '../palette';
import type { RectItem, Scene, SceneItem } from '../scene';
import { measureText } from '../text-layout';

interface Branch {
  side: 'left' | 'right';
  hue: Hue;
  y: number;
  words: string;
  leaves: (string | [string, string[]])[];
}

const branches: Branch[] = [
  {
    side: 'right',
    hue: 'blue',
    y: 270,
    words: '增长 Growth',
    leaves: [
      ['新用户引导 Onboarding', ['三步完成', '模板库 Templates']],
      ['分享裂变 Referral', ['邀请码', '公开看板']],
      '搜索优化 SEO',
    ],
  },
  {
    side: 'right',
    hue: 'purple',
    y: 620,
    words: '协作 Collaboration',
    leaves: [['实时光标 Live cursors', ['低延迟 < 80 ms']], '评论与 @ 提醒', '版本历史 History'],
  },
  {
    side: 'right',
    hue: 'teal',
    y: 930,
    words: '开放平台 Platform',
    leaves: ['开放 API', '机器人 Bots', '小组件 Widgets'],
  },
  {
    side: 'left',
    hue: 'orange',
    y: 290,
    words: '体验 Experience',
    leaves: ['深色模式 Dark mode', ['移动端 Mobile', ['离线可读', '手写笔 Pencil']], '无障碍 Accessibility'],
  },
  {
    side: 'left',
    hue: 'red',
    y: 640,
    words: '性能 Performance',
    leaves: ['首屏 < 1.5 s', ['大画布 Large boards', ['5 万个节点', '按需渲染']], '内存占用 -30%'],
  },
  {
    side: 'left',
    hue: 'green',
    y: 930,
    words: '商业化 Business',
    leaves: ['团队版 Team plan', '企业版 Enterprise', '按席位计费 Seats'],
  },
];

const root = rect('root', [870, 565, 300, 100], '2027 产品规划\nProduct plan', {
  fill: strong.blue,
  strokeWidth: 0,
  colour: white,
  bold: true,
  size: 24,
  radius: 20,
});

const STEP = 76;
const BRANCH = 200;

function drawBranch({ side, hue, y, words, leaves }: Branch, index: number): SceneItem[] {
  const right = side === 'right';
  const box = (from: number, width: number, middle: number, height: number) =>
    [right ? from : from - width, middle - height / 2, width, height] as [number, number, number, number];
  const line = { line: 'curve', arrow: 'none', stroke: strong[hue], strokeWidth: 2.5 } as const;
  const trunk = rect(`branch-${index}`, box(right ? 1300 : 740, BRANCH, y, 56), words, {
    hue,
    bold: true,
    radius: 12,
  });
  const items: SceneItem[] = [
    connect(root, trunk, { ...line, strokeWidth: 4, sides: right ? ['right', 'left'] : ['left', 'right'] }),
    trunk,
  ];
  leaves.forEach((leaf, at) => {
    const [name, twigs] = typeof leaf === 'string' ? [leaf, []] : leaf;
    const middle = y + (at - (leaves.length - 1) / 2) * STEP;
    const edge = right ? 1300 + BRANCH + 60 : 740 - BRANCH - 60;
    const item = leafBox(`leaf-${index}-${at}`, name, edge, middle, right);
    items.push(connect(trunk, item, line), item);
    twigs.forEach((twig, place) => {
      const below = middle + (place - (twigs.length - 1) / 2) * 34;
      const from = right ? item.x + item.width + 40 : item.x - 40;
      const small = leafBox(`twig-${index}-${at}-${place}`, twig, from, below, right, 15);
      items.push(connect(item, small, { ...line, strokeWidth: 1.5 }), small);
    });
  });
  return items;
}

function leafBox(
  id: string,
  words: string,
  edge: number,
  middle: number,
  right: boolean,
  size = 17,
): RectItem {
  const width = Math.ceil(measureText(words, size)) + 28;
  const height = size + 13;
  return rect(id, [right ? edge : edge - width, middle - height / 2, width, height], words, {
    fill: white,
    stroke: hairline,
    strokeWidth: 1.5,
    size,
    radius: 6,
  });
}

/** A mind map. */
export const productMindmap: Scene = {
  width: 2040,
  height: 1100,
  background: '#f8f9fa',
  items: [
    ...heading('产品脑图 Product mind map', '规划会共创，2026-11-12'),
    ...branches.flatMap(drawBranch),
    root,
  ],
};
