import { connect } from '../connect';
import { ellipse, heading, rect, text } from '../items';
import { faintInk, strong, white, type Hue } from '../palette';
import type { RectItem, Scene, SceneItem } from '../scene';

interface Team {
  name: string;
  lead: string;
  hue: Hue;
  groups: [name: string, people: number][];
}

const teams: Team[] = [
  {
    name: '产品 Product',
    lead: '赵敏',
    hue: 'orange',
    groups: [
      ['用户研究 Research', 4],
      ['体验设计 Design', 9],
    ],
  },
  {
    name: '研发 Engineering',
    lead: '李强',
    hue: 'blue',
    groups: [
      ['客户端 Clients', 14],
      ['服务端 Backend', 18],
      ['质量 QA', 6],
    ],
  },
  {
    name: '数据 Data',
    lead: '孙悦',
    hue: 'teal',
    groups: [
      ['数据平台 Platform', 7],
      ['算法 Models', 5],
    ],
  },
  {
    name: '市场 Marketing',
    lead: '周宁',
    hue: 'purple',
    groups: [
      ['品牌 Brand', 3],
      ['增长 Growth', 6],
    ],
  },
];

const GROUP = 180;
const GAP = 16;

function card(id: string, x: number, y: number, name: string, below: string, hue: Hue): SceneItem[] {
  return [
    rect(id, [x, y, 260, 92], '', { hue, fill: white, radius: 12 }),
    ellipse(`${id}-face`, [x + 16, y + 18, 56, 56], below.slice(0, 1), {
      fill: strong[hue],
      strokeWidth: 0,
      colour: white,
      bold: true,
      size: 24,
    }),
    text(`${id}-name`, x + 86, y + 18, 170, name, { bold: true, size: 19 }),
    text(`${id}-lead`, x + 86, y + 48, 170, below, { colour: faintInk, size: 16 }),
  ];
}

const boss = card('boss', 864, 150, '首席执行官 CEO', '何静 He Jing', 'red');
const bossBox = boss[0] as RectItem;

function drawTeams(): SceneItem[] {
  const items: SceneItem[] = [];
  let x = 60;
  teams.forEach((team, at) => {
    const width = team.groups.length * (GROUP + GAP) - GAP;
    const head = card(`team-${at}`, x + width / 2 - 130, 370, team.name, `${team.lead} · 负责人`, team.hue);
    const headBox = head[0] as RectItem;
    items.push(connect(bossBox, headBox, { sides: ['bottom', 'top'], arrow: 'none' }), ...head);
    team.groups.forEach(([name, people], place) => {
      const group = rect(
        `group-${at}-${place}`,
        [x + place * (GROUP + GAP), 590, GROUP, 96],
        `${name}\n${people} 人`,
        {
          hue: team.hue,
          size: 17,
          strokeWidth: 1.5,
        },
      );
      items.push(connect(headBox, group, { sides: ['bottom', 'top'], arrow: 'none' }), group);
    });
    x += width + 56;
  });
  return items;
}

/** An organisation chart. */
export const orgChart: Scene = {
  width: 1988,
  height: 780,
  background: '#ffffff',
  items: [
    ...heading('组织架构 Organisation', '2026 年第四季度，共 72 人'),
    ...drawTeams(),
    ...boss,
    text('legend', 60, 724, 900, '虚线汇报关系未画出 · Dotted lines are not shown', {
      size: 16,
      colour: faintInk,
    }),
  ],
};
