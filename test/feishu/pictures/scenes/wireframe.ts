import { connect } from '../connect';
import { ellipse, heading, photo, rect, sticky, text } from '../items';
import { faintInk, hairline, ink, strong, white } from '../palette';
import type { Scene, SceneItem } from '../scene';

const PHONE = { width: 390, height: 660 };

function phone(id: string, x: number, y: number, name: string, inside: SceneItem[]): SceneItem[] {
  return [
    text(`${id}-name`, x, y - 40, PHONE.width, name, { bold: true, size: 20 }),
    rect(id, [x, y, PHONE.width, PHONE.height], '', { fill: white, stroke: ink, strokeWidth: 3, radius: 40 }),
    rect(`${id}-notch`, [x + 145, y + 14, 100, 20], '', { fill: ink, strokeWidth: 0, radius: 10 }),
    ...inside,
  ];
}

function grey(id: string, x: number, y: number, width: number, height: number): SceneItem {
  return rect(id, [x, y, width, height], '', { fill: '#e8eaed', strokeWidth: 0, radius: 5 });
}

function button(id: string, x: number, y: number, words: string): SceneItem {
  return rect(id, [x, y, 330, 52], words, {
    fill: strong.blue,
    strokeWidth: 0,
    colour: white,
    bold: true,
    radius: 26,
  });
}

function listRows(id: string, x: number, y: number, names: string[]): SceneItem[] {
  return names.flatMap((name, at) => {
    const top = y + at * 84;
    return [
      ellipse(`${id}-face-${at}`, [x, top, 52, 52], name.slice(0, 1), {
        hue: 'blue',
        strokeWidth: 0,
        bold: true,
      }),
      text(`${id}-row-${at}`, x + 68, top + 2, 250, name, { size: 18 }),
      grey(`${id}-line-${at}`, x + 68, top + 34, 180, 12),
      rect(`${id}-rule-${at}`, [x, top + 68, 330, 1], '', { fill: hairline, strokeWidth: 0, radius: 0 }),
    ];
  });
}

function screens(): SceneItem[] {
  const [left, right] = [90, 640];
  const rows = [200, 960, 1720] as const;
  return [
    ...phone('splash', left, rows[0], '1 启动页 Splash', [
      photo('splash-photo', [left + 30, rows[0] + 60, 330, 330], 21),
      text('splash-title', left + 30, rows[0] + 420, 330, '旅行手账', {
        size: 36,
        bold: true,
        align: 'center',
      }),
      text('splash-sub', left + 30, rows[0] + 480, 330, 'Travel journal', {
        size: 18,
        align: 'center',
        colour: faintInk,
      }),
      button('splash-go', left + 30, rows[0] + 560, '开始 Get started'),
    ]),
    ...phone('login', right, rows[0], '2 登录 Sign in', [
      text('login-title', right + 30, rows[0] + 90, 330, '手机号登录', { size: 28, bold: true }),
      rect('login-phone', [right + 30, rows[0] + 170, 330, 56], '+86 手机号 Phone', { colour: faintInk }),
      rect('login-code', [right + 30, rows[0] + 246, 330, 56], '验证码 Code', { colour: faintInk }),
      button('login-go', right + 30, rows[0] + 340, '登录 Sign in'),
      text('login-terms', right + 30, rows[0] + 590, 330, '登录即同意服务条款', {
        size: 15,
        align: 'center',
        colour: faintInk,
      }),
    ]),
    ...phone('home', left, rows[1], '3 首页 Home', [
      text('home-title', left + 30, rows[1] + 64, 330, '我的旅行 Trips', { size: 26, bold: true }),
      photo('home-photo', [left + 30, rows[1] + 120, 330, 190], 22),
      text('home-trip', left + 30, rows[1] + 322, 330, '大理 · 5 天 4 晚', { size: 20, bold: true }),
      photo('home-photo-2', [left + 30, rows[1] + 372, 330, 190], 23),
      text('home-trip-2', left + 30, rows[1] + 574, 330, '京都 Kyoto · 7 天', { size: 20, bold: true }),
    ]),
    ...phone('friends', right, rows[1], '4 同行人 Friends', [
      text('friends-title', right + 30, rows[1] + 64, 330, '邀请同行人', { size: 26, bold: true }),
      ...listRows('friend', right + 30, rows[1] + 130, [
        '小林 Lin',
        '阿杰 Jay',
        '苏菲 Sophie',
        '老周 Zhou',
        '米娅 Mia',
      ]),
      button('friends-go', right + 30, rows[1] + 570, '发送邀请 Invite'),
    ]),
    ...phone('editor', left, rows[2], '5 写手账 Editor', [
      text('editor-title', left + 30, rows[2] + 64, 330, '第一天：洱海', { size: 26, bold: true }),
      photo('editor-photo', [left + 30, rows[2] + 120, 330, 220], 24),
      ...[0, 1, 2, 3, 4].map((at) =>
        grey(`editor-line-${at}`, left + 30, rows[2] + 366 + at * 32, at === 4 ? 190 : 330, 16),
      ),
      button('editor-go', left + 30, rows[2] + 570, '保存 Save'),
    ]),
    ...phone('share', right, rows[2], '6 分享 Share', [
      photo('share-photo', [right + 60, rows[2] + 80, 270, 360], 25),
      rect('share-png', [right + 30, rows[2] + 480, 155, 52], '图片 PNG'),
      rect('share-link', [right + 205, rows[2] + 480, 155, 52], '链接 Link'),
      button('share-go', right + 30, rows[2] + 570, '分享 Share'),
    ]),
  ];
}

const corner = (id: string, x: number, y: number) => rect(id, [x, y, PHONE.width, PHONE.height]);
const flow = { stroke: strong.blue, strokeWidth: 3 };

/** A tall page of screens for a phone. */
export const wireframe: Scene = {
  width: 1120,
  height: 2460,
  background: '#f5f6f7',
  items: [
    ...heading('App 线框图 Wireframes', '旅行手账 1.0 · 低保真'),
    connect(corner('splash', 90, 200), corner('login', 640, 200), flow),
    connect(corner('login', 640, 200), corner('home', 90, 960), {
      ...flow,
      sides: ['left', 'right'],
      at: [0.75, 0.3],
    }),
    connect(corner('home', 90, 960), corner('friends', 640, 960), flow),
    connect(corner('home', 90, 960), corner('editor', 90, 1720), { ...flow, at: [0.8, 0.8] }),
    connect(corner('editor', 90, 1720), corner('share', 640, 1720), flow),
    ...screens(),
    sticky('note', [496, 1400, 128, 150], '空状态\n还没画', 'yellow', { author: '赵敏', tilt: -3 }),
  ],
};
