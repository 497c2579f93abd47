import { encodePng } from './encode-png';
import { photoPixels } from './photo-pixels';
import type { Paint, PhotoItem, Scene, SceneItem, StickyItem, SwimlaneItem } from './scene';
import { connector } from './svg-connector';
import { lines } from './svg-text';
import { box, round } from './svg-values';
import { withVariant } from './variant';

const FONTS = "'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

/**
 * The scene as SVG text. Writing stays text. The same arguments give the same string.
 * @param variant 0 is the board as first drawn; n >= 1 the board after its nth change.
 * @param scale pixels for each unit of the scene.
 * @param density pixels of a photograph for each unit: on a board it has seldom the board's own.
 */
export function toSvg(scene: Scene, variant = 0, scale = 1, density = 0.75): string {
  const { width, height, background, items } = withVariant(scene, variant);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`,
    ` viewBox="0 0 ${width} ${height}" font-family="${FONTS}">`,
    `<rect width="${width}" height="${height}" fill="${background}"/>`,
    ...items.map((item) => draw(item, density)),
    '</svg>',
  ].join('\n');
}

function draw(item: SceneItem, density: number): string {
  switch (item.type) {
    case 'rect': {
      const frame = item.anchor === 'top' ? { ...item, y: item.y + 10, height: 0 } : item;
      return `<rect ${box(item)} rx="${item.radius}" ${paint(item)}/>${lines(item.text, item.style, frame, item.anchor)}`;
    }
    case 'ellipse': {
      const [rx, ry] = [item.width / 2, item.height / 2];
      return `<ellipse cx="${item.x + rx}" cy="${item.y + ry}" rx="${rx}" ry="${ry}" ${paint(item)}/>${lines(item.text, item.style, item)}`;
    }
    case 'diamond': {
      const [x, y, w, h] = [item.x, item.y, item.width, item.height];
      const corners = `${x + w / 2},${y} ${x + w},${y + h / 2} ${x + w / 2},${y + h} ${x},${y + h / 2}`;
      const inner = { x: x + w * 0.18, y, width: w * 0.64, height: h };
      return `<polygon points="${corners}" stroke-linejoin="round" ${paint(item)}/>${lines(item.text, item.style, inner)}`;
    }
    case 'sticky':
      return sticky(item);
    case 'text':
      return lines(item.text, item.style, { ...item, padding: 0 }, 'top');
    case 'connector':
      return connector(item);
    case 'swimlane':
      return swimlane(item);
    case 'photo':
      return photo(item, density);
    default:
      return item satisfies never;
  }
}

function paint({ fill, stroke, strokeWidth, dashed }: Paint): string {
  const line = strokeWidth > 0 ? ` stroke="${stroke}" stroke-width="${strokeWidth}"` : '';
  return `fill="${fill}"${line}${dashed ? ' stroke-dasharray="8 6"' : ''}`;
}

function sticky(item: StickyItem): string {
  const centre = `${round(item.x + item.width / 2)} ${round(item.y + item.height / 2)}`;
  const shadow = { ...item, x: item.x + 3, y: item.y + 6 };
  const author = { x: item.x, y: item.y + item.height - 32, width: item.width, height: 0 };
  return [
    `<g${item.tilt ? ` transform="rotate(${item.tilt} ${centre})"` : ''}>`,
    `<rect ${box(shadow)} rx="3" fill="#1f2329" fill-opacity="0.1"/>`,
    `<rect ${box(item)} rx="3" fill="${item.fill}"/>`,
    lines(item.text, item.style, { ...item, y: item.y + 14, padding: 16 }, 'top'),
    item.author
      ? lines(item.author, { ...item.style, size: 13, colour: '#646a73' }, { ...author, padding: 16 }, 'top')
      : '',
    '</g>',
  ].join('');
}

function swimlane(item: SwimlaneItem): string {
  const left = item.bar === 'left';
  const bar = left ? { ...item, width: item.barSize } : { ...item, height: item.barSize };
  const turn = `rotate(-90 ${bar.x + bar.width / 2} ${bar.y + bar.height / 2})`;
  const flat = left
    ? {
        x: bar.x + bar.width / 2 - bar.height / 2,
        y: bar.y + bar.height / 2 - bar.width / 2,
        width: bar.height,
        height: bar.width,
      }
    : bar;
  const title = lines(item.title, item.style, flat);
  return [
    `<rect ${box(item)} fill="${item.fill}"/><rect ${box(bar)} fill="${item.barFill}"/>`,
    `<rect ${box(item)} fill="none" stroke="${item.stroke}" stroke-width="1.5"/>`,
    left ? `<g transform="${turn}">${title}</g>` : title,
  ].join('');
}

function photo(item: PhotoItem, density: number): string {
  const [width, height] = [Math.round(item.width * density), Math.round(item.height * density)];
  const png = encodePng(photoPixels(item.seed, width, height), width, height).toString('base64');
  const caption = { x: item.x, y: item.y + item.height + 8, width: item.width, height: 0, padding: 0 };
  const style = { size: 18, colour: '#1f2329', bold: false, align: 'left' } as const;
  return `<image ${box(item)} href="data:image/png;base64,${png}"/>${lines(item.caption, style, caption, 'top')}`;
}
