import { heading, rect, sticky, text } from '../items';
import { polyline } from '../connect';
import { faintInk, hairline, strong, type Hue } from '../palette';
import type { Scene, SceneItem } from '../scene';

const TOP = 130;
const BOTTOM = 1120;

const people: { name: string; x: number; hue: Hue }[] = [
  { name: '用户 User', x: 170, hue: 'green' },
  { name: '浏览器 Browser', x: 450, hue: 'blue' },
  { name: '登录页 Login page', x: 730, hue: 'blue' },
  { name: '认证服务 Auth', x: 1010, hue: 'purple' },
  { name: '用户库 User DB', x: 1290, hue: 'teal' },
];

type Message = [from: number, to: number, words: string, kind?: 'answer' | 'error'];

const messages: Message[] = [
  [0, 1, '打开 app.example.com'],
  [1, 2, 'GET /login'],
  [2, 1, '登录表单 Login form', 'answer'],
  [0, 1, '输入账号和密码'],
  [1, 3, 'POST /session（账号 + 密码哈希）'],
  [3, 4, '查询用户 SELECT user'],
  [4, 3, '用户记录 Row', 'answer'],
  [3, 1, '需要验证码 202 MFA', 'error'],
  [0, 1, '6 位验证码 One-time code'],
  [1, 3, 'POST /session/mfa'],
  [3, 1, '访问令牌 Access token + 刷新令牌', 'answer'],
  [1, 0, '进入首页 Welcome', 'answer'],
];

const lineAt = (index: number) => people[index]?.x ?? 0;

const heads: SceneItem[] = people.flatMap(({ name, x, hue }, at) => [
  polyline(
    `lifeline-${at}`,
    [
      { x, y: TOP + 60 },
      { x, y: BOTTOM },
    ],
    { arrow: 'none', dashed: true, stroke: hairline },
  ),
  rect(`head-${at}`, [x - 95, TOP, 190, 60], name, { hue, bold: true }),
]);

const bars: SceneItem[] = [
  rect('active-browser', [444, 240, 12, 850], '', { hue: 'blue', radius: 2, strokeWidth: 1.5 }),
  rect('active-page', [724, 310, 12, 90], '', { hue: 'blue', radius: 2, strokeWidth: 1.5 }),
  rect('active-auth', [1004, 520, 12, 250], '', { hue: 'purple', radius: 2, strokeWidth: 1.5 }),
  rect('active-auth-2', [1004, 870, 12, 110], '', { hue: 'purple', radius: 2, strokeWidth: 1.5 }),
  rect('active-db', [1284, 590, 12, 90], '', { hue: 'teal', radius: 2, strokeWidth: 1.5 }),
];

const arrows: SceneItem[] = messages.flatMap(([from, to, words, kind], at) => {
  const y = 260 + at * 70;
  const towards = Math.sign(lineAt(to) - lineAt(from));
  const [a, b] = [lineAt(from) + 6 * towards, lineAt(to) - 6 * towards];
  const stroke = kind === 'error' ? strong.red : kind === 'answer' ? faintInk : strong.blue;
  const left = Math.min(a, b);
  return [
    polyline(
      `message-${at}`,
      [
        { x: a, y },
        { x: b, y },
      ],
      { stroke, dashed: kind === 'answer' },
    ),
    rect(`number-${at}`, [left + 10, y - 27, 22, 22], `${at + 1}`, {
      fill: stroke,
      strokeWidth: 0,
      radius: 11,
      size: 12,
      bold: true,
      colour: '#ffffff',
    }),
    text(`words-${at}`, left + 38, y - 28, Math.abs(b - a) + 140, words, { size: 16 }),
  ];
});

/** A sequence diagram. */
export const loginSequence: Scene = {
  width: 1460,
  height: 1180,
  background: '#ffffff',
  items: [
    ...heading('登录时序图 Login sequence', '密码登录 + 短信验证码（MFA），正常路径'),
    rect('alt', [70, 694, 1060, 366], '', {
      fill: '#fffaf3',
      stroke: strong.orange,
      dashed: true,
      strokeWidth: 1.5,
      radius: 4,
    }),
    text('alt-title', 86, 704, 300, 'alt 开启了 MFA', { size: 16, bold: true, colour: strong.orange }),
    ...heads,
    ...bars,
    ...arrows,
    sticky('note-lock', [1170, 800, 230, 150], '连续 5 次失败\n锁定 15 分钟\nlock for 15 min', 'yellow', {
      author: '王磊 Wang Lei',
      tilt: 1.5,
    }),
  ],
};
