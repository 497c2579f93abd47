import type { PageBlock } from '../page-view';
import { h, setSize, svg } from './dom';

/** Things that look like boards to somebody who takes any canvas or any drawing for one. */
export const decoys: Record<string, (block: PageBlock) => HTMLElement> = {
  sheet: () => h('div', { class: 'sheet-block' }, grid(820, 220, ['A', 'B', 'C', 'D', 'E', 'F'])),
  bitable: () =>
    h('div', { class: 'bitable-block' }, grid(820, 220, ['任务 Task', '负责人', '状态', '截止'])),
  diagram: () => {
    const drawing = h('div', { class: 'diagram-block' });
    drawing.append(flowchart());
    return drawing;
  },
  mindnote: () =>
    h(
      'div',
      { class: 'mindnote-block' },
      h(
        'ul',
        {},
        h(
          'li',
          {},
          '思维笔记 Mind note',
          h('ul', {}, h('li', {}, '分支一'), h('li', {}, '分支二 Branch two')),
        ),
      ),
    ),
  isv: () =>
    h(
      'div',
      { class: 'isv-block' },
      h(
        'div',
        { class: 'isv-frame' },
        h('div', { class: 'isv-frame__bar' }, '文本绘图 Text drawing'),
        h('pre', {}, 'graph TD\n  A[开始] --> B{条件}\n  B -->|是| C[结束]'),
      ),
    ),
  image: (block) => {
    const image = h('img', { src: `/__page__/photos/${photoOf(block.id)}.png`, alt: '' });
    image.width = 640;
    image.height = 360;
    return h('div', { class: 'image-block' }, image);
  },
  divider: () => h('div', { class: 'divider-block' }, h('hr')),
  fallback: () => h('div', { class: 'fallback-block' }, '暂不支持的内容 Unsupported content'),
};

function photoOf(id: string): number {
  return (
    Array.from(id, (character) => character.codePointAt(0) ?? 0).reduce((sum, code) => sum + code, 0) % 90
  );
}

/** A table drawn on a canvas, as sheets and bases are. */
export function grid(width: number, height: number, columns: readonly string[]): HTMLCanvasElement {
  const canvas = h('canvas');
  canvas.width = width;
  canvas.height = height;
  setSize(canvas, width, height);
  requestAnimationFrame(() => {
    const context = canvas.getContext('2d');
    if (!context) return;
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    context.strokeStyle = '#dee0e3';
    context.fillStyle = '#f5f6f7';
    context.fillRect(0, 0, width, 36);
    context.fillStyle = '#1f2329';
    context.font = '14px sans-serif';
    const step = width / columns.length;
    for (let y = 0.5; y <= height; y += 36) context.strokeRect(0, y, width, 0);
    columns.forEach((name, at) => {
      context.strokeRect(at * step + 0.5, 0, 0, height);
      context.fillText(name, at * step + 12, 23);
      for (let row = 1; row * 36 < height; row++) {
        context.fillText(`${(row * 37 + at * 113) % 1000}`, at * step + 12, row * 36 + 23);
      }
    });
  });
  return canvas;
}

function flowchart(): SVGElement {
  const box = (x: number, words: string) => [
    svg('rect', {
      x: String(x),
      y: '60',
      width: '140',
      height: '60',
      rx: '6',
      fill: '#e1eaff',
      stroke: '#3370ff',
    }),
    svg('text', { x: String(x + 70), y: '96', 'text-anchor': 'middle', 'font-size': '15' }, words),
  ];
  return svg(
    'svg',
    { width: '820', height: '180', viewBox: '0 0 820 180' },
    ...box(80, '旧流程图'),
    svg('path', { d: 'M220 90H330', stroke: '#646a73' }),
    ...box(330, 'Legacy'),
    svg('path', { d: 'M470 90H580', stroke: '#646a73' }),
    ...box(580, '结束'),
  );
}
