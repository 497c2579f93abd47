import { connect } from '../connect';
import { diamond, ellipse, heading, rect, text } from '../items';
import { faintInk, strong } from '../palette';
import type { Scene } from '../scene';

const app = rect('app', [60, 170, 210, 80], '业务库 App DB\nMySQL', { hue: 'blue' });
const logs = rect('logs', [60, 310, 210, 80], '埋点日志\nClick events', { hue: 'blue' });
const files = rect('files', [60, 450, 210, 80], '第三方文件\nPartner CSV', { hue: 'blue' });
const stream = rect('stream', [400, 240, 210, 80], 'Kafka\n实时流 Stream', { hue: 'teal', radius: 40 });
const batch = rect('batch', [400, 450, 210, 80], 'Airflow\n每日批处理', { hue: 'teal', radius: 40 });
const clean = rect('clean', [740, 240, 210, 80], 'Flink 清洗去重\nClean & dedupe', { hue: 'purple' });
const check = diamond('check', [735, 420, 220, 140], '质量校验\nQuality OK?', { hue: 'yellow' });
const bad = rect('bad', [740, 650, 210, 80], '隔离区 Quarantine\n通知数据负责人', { hue: 'red', size: 17 });
const lake = ellipse('lake', [1090, 225, 230, 110], '数据湖\nIceberg', { hue: 'green', bold: true });
const warehouse = ellipse('warehouse', [1090, 435, 230, 110], '数仓\nClickHouse', {
  hue: 'green',
  bold: true,
});
const dashboards = rect('dashboards', [1460, 310, 220, 76], '看板 Dashboards', { hue: 'orange' });
const models = rect('models', [1460, 180, 220, 76], '推荐模型 Models', { hue: 'orange' });
const reports = rect('reports', [1460, 440, 220, 76], '日报 Daily report', { hue: 'orange' });
const service = rect('service', [1460, 570, 220, 76], '数据服务 Data API', { hue: 'orange' });

/** Sources on the left, uses on the right. */
export const dataPipeline: Scene = {
  width: 1740,
  height: 800,
  background: '#ffffff',
  items: [
    ...heading('数据管道 Data pipeline', 'T+1 批处理与实时流并行'),
    connect(app, stream, { at: [0.5, 0.3], label: 'CDC' }),
    connect(logs, stream, { at: [0.5, 0.7] }),
    connect(files, batch, { label: 'SFTP' }),
    connect(stream, clean),
    connect(batch, check),
    connect(clean, lake, { label: '< 5 s' }),
    connect(check, warehouse, { label: '是' }),
    connect(check, bad, { label: '否 No', stroke: strong.red }),
    connect(bad, batch, { sides: ['left', 'bottom'], dashed: true, label: '重跑 Re-run' }),
    connect(lake, warehouse, { label: '每小时' }),
    connect(lake, models, { sides: ['right', 'left'] }),
    connect(warehouse, dashboards, { sides: ['right', 'left'], at: [0.5, 0.5] }),
    connect(warehouse, reports, { sides: ['right', 'left'] }),
    connect(warehouse, service, { sides: ['right', 'left'] }),
    app,
    logs,
    files,
    stream,
    batch,
    clean,
    check,
    bad,
    lake,
    warehouse,
    dashboards,
    models,
    reports,
    service,
    text('sla', 1090, 650, 640, 'SLA：每日 08:00 前产出\n负责人：孙悦 · on-call 轮值', {
      colour: faintInk,
      size: 17,
    }),
  ],
};
