import { heading, photo, rect, sticky } from '../items';
import type { Scene, SceneItem } from '../scene';

type Print = [x: number, y: number, width: number, height: number, caption: string];

const prints: Print[] = [
  [90, 170, 620, 380, '洱海日出 Erhai, sunrise'],
  [770, 170, 440, 380, '第二天，徒步 Day two'],
  [1270, 170, 440, 380, '山谷 The valley'],
  [1770, 170, 540, 380, '傍晚的营地 Camp at dusk'],
  [90, 650, 440, 340, '晨雾 Morning mist'],
  [590, 650, 620, 340, '合影前的五分钟'],
  [1270, 650, 540, 340, '远山 Far hills'],
  [90, 1090, 540, 310, '夜行 Night walk'],
  [690, 1090, 520, 310, '返程 On the way back'],
  [1270, 1090, 540, 310, '下次再来 See you again'],
];

const items: SceneItem[] = prints.flatMap(([x, y, width, height, caption], at) => [
  rect(`frame-${at}`, [x - 16, y - 16, width + 32, height + 62], '', {
    fill: '#ffffff',
    stroke: '#e5e6eb',
    radius: 4,
    strokeWidth: 1.5,
  }),
  photo(`photo-${at}`, [x, y, width, height], at + 1, caption),
]);

/** Photographs: the board whose picture is the largest file. */
export const photoWall: Scene = {
  width: 2400,
  height: 1500,
  background: '#f2f3f5',
  items: [
    ...heading('团建照片墙 Team trip', '云南 · 2026 年 10 月 · 照片由大家提供', 90, 34),
    ...items,
    sticky('note-1', [1890, 660, 200, 190], '最喜欢这张！\nMy favourite', 'pink', {
      author: '苏菲 Sophie',
      tilt: 3,
    }),
    sticky('note-2', [2110, 760, 200, 190], '求原图，谢谢！', 'yellow', { author: '阿杰 Jay', tilt: -2 }),
    sticky('note-3', [1900, 1110, 220, 200], '明年去新疆？\n投票 +1 +1 +1', 'teal', {
      author: '老周 Zhou',
      tilt: -1,
    }),
  ],
};
