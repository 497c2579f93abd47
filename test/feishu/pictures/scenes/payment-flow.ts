import { connect } from '../connect';
import { diamond, ellipse, heading, lane, rect, sticky } from '../items';
import { light, paper, strong } from '../palette';
import type { Scene } from '../scene';

const customer = { y: 205, height: 70 };
const merchant = { y: 425, height: 70 };
const gateway = { y: 645, height: 70 };
const bank = { y: 865, height: 70 };
const WIDE = 180;

type Row = typeof customer;

const place = (x: number, row: Row): [number, number, number, number] => [x, row.y, WIDE, row.height];
const tall = (x: number, row: Row): [number, number, number, number] => [x - 10, row.y - 32, WIDE + 20, 134];

const order = ellipse('order', place(160, customer), '下单 Place order', { hue: 'green', bold: true });
const create = rect('create', place(160, merchant), '创建订单\nCreate order', { hue: 'blue' });
const stock = diamond('stock', tall(410, merchant), '库存足够？\nIn stock?', { hue: 'yellow' });
const soldOut = rect('sold-out', place(410, customer), '提示缺货\nSold out', { hue: 'red' });
const pay = rect('pay', place(660, merchant), '发起支付\nStart payment', { hue: 'blue' });
const verify = rect('verify', place(660, gateway), '签名校验\nVerify signature', { hue: 'purple' });
const risk = diamond('risk', tall(910, gateway), '风控通过？\nRisk check', { hue: 'yellow' });
const failed = rect('failed', place(910, merchant), '支付失败\nPayment failed', { hue: 'red' });
const retry = rect('retry', place(910, customer), '换一种方式支付\nTry another way', { hue: 'orange' });
const debit = rect('debit', place(910, bank), '扣款\nDebit account', { hue: 'teal' });
const balance = diamond('balance', tall(1160, bank), '余额足够？\nFunds OK?', { hue: 'yellow' });
const success = rect('success', place(1160, gateway), '支付成功\nSucceeded', { hue: 'purple' });
const notify = rect('notify', place(1160, merchant), '异步通知\nWebhook', { hue: 'blue' });
const done = ellipse('done', place(1160, customer), '订单完成 Paid', { hue: 'green', bold: true });
const refuse = rect('refuse', place(1390, bank), '余额不足\nInsufficient', { hue: 'red' });
const close = rect('close', place(1390, merchant), '关闭订单\nClose order', { hue: 'grey' });

const yes = '是 Yes';
const no = '否 No';

/** A flow chart in four swimlanes. */
export const paymentFlow: Scene = {
  width: 1660,
  height: 1060,
  background: '#ffffff',
  items: [
    ...heading('支付流程 Payment flow', '从下单到入账，一次支付经过的系统 · v1.4'),
    lane('lane-customer', [60, 130, 1540, 220], '客户 Customer', 'green', { fill: '#fbfefb' }),
    lane('lane-merchant', [60, 350, 1540, 220], '商户 Merchant', 'blue', { fill: '#fafcff' }),
    lane('lane-gateway', [60, 570, 1540, 220], '网关 Gateway', 'purple', { fill: '#fcfaff' }),
    lane('lane-bank', [60, 790, 1540, 220], '银行 Bank', 'teal', { fill: '#f9fefd' }),
    connect(order, create),
    connect(create, stock),
    connect(stock, soldOut, { label: no }),
    connect(stock, pay, { label: '是', labelSize: 14 }),
    connect(pay, verify),
    connect(verify, risk),
    connect(risk, failed, { label: no, sides: ['top', 'bottom'] }),
    connect(failed, retry),
    connect(retry, pay, {
      sides: ['left', 'top'],
      dashed: true,
      stroke: strong.orange,
      label: '重试 Retry',
    }),
    connect(risk, debit, { label: yes, sides: ['bottom', 'top'] }),
    connect(debit, balance),
    connect(balance, success, { label: yes }),
    connect(success, notify),
    connect(notify, done),
    connect(balance, refuse),
    connect(refuse, close, { label: no }),
    order,
    create,
    stock,
    soldOut,
    pay,
    verify,
    risk,
    failed,
    retry,
    debit,
    balance,
    success,
    notify,
    done,
    refuse,
    close,
    sticky('note-timeout', [1395, 158, 176, 150], '30 分钟未支付\n自动关单', 'yellow', {
      author: '陈默 Chen Mo',
      tilt: -2,
    }),
    rect('badge', [160, 655, 300, 50], '所有请求带幂等键 Idempotency-Key', {
      fill: light.orange,
      stroke: paper.orange,
      size: 16,
      radius: 25,
      strokeWidth: 1.5,
    }),
  ],
};
