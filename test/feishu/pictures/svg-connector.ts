import type { ConnectorItem, Point } from './scene';
import { lines } from './svg-text';
import { box, round } from './svg-values';
import { measureText } from './text-layout';

/** A line with its arrow heads and its label. */
export function connector(item: ConnectorItem): string {
  const { points, stroke, strokeWidth, arrow } = item;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  const path = item.line === 'curve' ? curve(first, last) : rounded(points);
  const dash = item.dashed ? ' stroke-dasharray="8 6"' : '';
  const before = item.line === 'curve' ? { x: first.x, y: last.y } : (points.at(-2) ?? first);
  const after = item.line === 'curve' ? { x: last.x, y: first.y } : (points[1] ?? last);
  return [
    `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${strokeWidth}"${dash}/>`,
    arrow === 'none' ? '' : head(before, last, stroke, strokeWidth),
    arrow === 'both' ? head(after, first, stroke, strokeWidth) : '',
    item.label ? label(item) : '',
  ].join('');
}

function curve(a: Point, b: Point): string {
  const x = (a.x + b.x) / 2;
  return `M${round(a.x)} ${round(a.y)}C${round(x)} ${round(a.y)} ${round(x)} ${round(b.y)} ${round(b.x)} ${round(b.y)}`;
}

function rounded(points: Point[]): string {
  return points
    .map((point, at) => {
      const [before, after] = [points[at - 1], points[at + 1]];
      if (!before) return `M${round(point.x)} ${round(point.y)}`;
      if (!after) return `L${round(point.x)} ${round(point.y)}`;
      const enter = towards(point, before, 10);
      const leave = towards(point, after, 10);
      return `L${round(enter.x)} ${round(enter.y)}Q${round(point.x)} ${round(point.y)} ${round(leave.x)} ${round(leave.y)}`;
    })
    .join('');
}

/** The point that lies `by` units from one point on the way to another, at most half of the way. */
function towards(from: Point, to: Point, by: number): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.min(by, distance / 2) / distance;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function head(before: Point, tip: Point, colour: string, strokeWidth: number): string {
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const length = 8 + strokeWidth * 2;
  const wing = (turn: number) =>
    `${round(tip.x - length * Math.cos(angle + turn))},${round(tip.y - length * Math.sin(angle + turn))}`;
  return `<polygon points="${round(tip.x)},${round(tip.y)} ${wing(0.42)} ${wing(-0.42)}" fill="${colour}"/>`;
}

function label(item: ConnectorItem): string {
  const [a, b] = longest(item.line === 'curve' ? [item.points[0], item.points.at(-1)] : item.points);
  const width = measureText(item.label, item.labelSize) + 14;
  const height = item.labelSize * 1.5;
  const frame = { x: (a.x + b.x - width) / 2, y: (a.y + b.y - height) / 2, width, height, padding: 0 };
  const style = { size: item.labelSize, colour: '#1f2329', bold: false, align: 'center' } as const;
  return `<rect ${box(frame)} rx="4" fill="#ffffff" fill-opacity="0.92"/>${lines(item.label, style, { ...frame, x: frame.x - 40, width: width + 80 })}`;
}

function longest(points: (Point | undefined)[]): [Point, Point] {
  let best: [Point, Point] = [
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ];
  let length = -1;
  points.forEach((point, at) => {
    const before = points[at - 1];
    if (!point || !before) return;
    const distance = Math.hypot(point.x - before.x, point.y - before.y);
    if (distance > length) [best, length] = [[before, point], distance];
  });
  return best;
}
