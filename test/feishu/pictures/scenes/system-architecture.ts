import { connect } from '../connect';
import { ellipse, heading, lane, rect, sticky } from '../items';
import { strong, white, type Hue } from '../palette';
import type { RectItem, Scene } from '../scene';

function row(prefix: string, names: string[], x: number, y: number, width: number, hue: Hue): RectItem[] {
  return names.map((name, at) =>
    rect(`${prefix}-${at}`, [x + at * (width + 30), y, width, 84], name, { hue, fill: white }),
  );
}

const clients = row(
  'client',
  ['网页 Web\nReact', '桌面 Desktop\nElectron', 'iOS / Android', '开放 API\nPartners'],
  190,
  180,
  300,
  'blue',
);
const edge = row(
  'edge',
  ['CDN 静态资源', '网关 API Gateway\n鉴权 · 限流', '长连接 WebSocket'],
  190,
  410,
  410,
  'green',
);
const services = row(
  'service',
  [
    '文档服务\nDocument',
    '协同服务\nCollab (CRDT)',
    '画板服务\nWhiteboard',
    '搜索服务\nSearch',
    '通知服务\nNotify',
  ],
  190,
  650,
  236,
  'purple',
);
const stores = [
  ellipse('store-pg', [190, 906, 250, 110], 'PostgreSQL\n主从 Primary + 2', { hue: 'orange', fill: white }),
  ellipse('store-redis', [500, 906, 250, 110], 'Redis Cluster\n在线状态', { hue: 'orange', fill: white }),
  ellipse('store-s3', [810, 906, 250, 110], '对象存储\nObject storage', { hue: 'orange', fill: white }),
  ellipse('store-es', [1120, 906, 250, 110], '搜索索引\nOpenSearch', { hue: 'orange', fill: white }),
];
const queue = rect(
  'queue',
  [190, 1160, 1180, 70],
  '消息队列 Kafka：doc.changed · board.rendered · user.notified',
  {
    hue: 'teal',
    bold: true,
    radius: 35,
  },
);
const render = rect('render', [1640, 650, 250, 84], '渲染集群\nRender workers', {
  hue: 'red',
  fill: white,
  bold: true,
});
const monitor = rect('monitor', [1640, 410, 250, 84], '监控 Prometheus\n日志 Loki', {
  hue: 'grey',
  fill: white,
});

const pick = <T>(items: readonly T[], at: number): T => {
  const item = items[at];
  if (item === undefined) throw new Error(`nothing at ${at}`);
  return item;
};

const down = { sides: ['bottom', 'top'] } as const satisfies { sides: ['bottom', 'top'] };

/** Boxes in layers. */
export const systemArchitecture: Scene = {
  width: 2000,
  height: 1300,
  background: '#fbfbfc',
  items: [
    ...heading('系统架构 System architecture', '单区域部署，双可用区 · owner: 平台组 Platform'),
    lane('clients', [60, 140, 1480, 164], '客户端 Clients', 'blue', { fill: '#f5f8ff' }),
    lane('edge', [60, 370, 1480, 164], '接入层 Edge', 'green', { fill: '#f6fcf5' }),
    lane('services', [60, 610, 1480, 164], '服务层 Services', 'purple', { fill: '#faf7ff', barSize: 56 }),
    lane('stores', [60, 870, 1480, 184], '存储层 Storage', 'orange', { fill: '#fffaf4' }),
    lane('events', [60, 1120, 1480, 150], '事件 Events', 'teal', { fill: '#f5fdfb' }),
    connect(pick(clients, 0), pick(edge, 0), { ...down, at: [0.5, 0.366], label: 'HTTPS' }),
    connect(pick(clients, 1), pick(edge, 1), { ...down, at: [0.6, 0.3] }),
    connect(pick(clients, 2), pick(edge, 1), { ...down, at: [0.4, 0.85] }),
    connect(pick(clients, 3), pick(edge, 2), { ...down, at: [0.5, 0.634], label: 'OAuth 2.0' }),
    connect(pick(edge, 1), pick(services, 0), { ...down, at: [0.2, 0.5] }),
    connect(pick(edge, 1), pick(services, 2), { ...down, at: [0.5, 0.5], label: 'gRPC' }),
    connect(pick(edge, 2), pick(services, 3), { ...down, at: [0.3, 0.5] }),
    connect(pick(edge, 2), pick(services, 4), { ...down, at: [0.6, 0.4] }),
    connect(pick(services, 0), pick(stores, 0), down),
    connect(pick(services, 1), pick(stores, 1), down),
    connect(pick(services, 2), pick(stores, 2), down),
    connect(pick(services, 3), pick(stores, 3), down),
    connect(pick(stores, 0), queue, {
      sides: ['bottom', 'top'],
      at: [0.5, 0.106],
      dashed: true,
      label: 'CDC',
    }),
    connect(queue, pick(services, 4), {
      sides: ['right', 'bottom'],
      via: [
        { x: 1450, y: 1195 },
        { x: 1450, y: 820 },
        { x: 1372, y: 820 },
      ],
      dashed: true,
    }),
    connect(pick(services, 4), render, { label: '任务' }),
    connect(render, pick(stores, 2), {
      sides: ['bottom', 'bottom'],
      via: [
        { x: 1765, y: 1086 },
        { x: 935, y: 1086 },
      ],
      stroke: strong.red,
      label: 'PNG / SVG',
    }),
    connect(monitor, pick(edge, 2), { dashed: true, arrow: 'both' }),
    ...clients,
    ...edge,
    ...services,
    ...stores,
    queue,
    render,
    monitor,
    sticky('note-render', [1792, 790, 186, 210], 'TODO: 大画板渲染超时 30 s，\n需要分块 Tiles', 'yellow', {
      author: '刘洋 Liu Yang',
      tilt: 2,
    }),
  ],
};
