import { faintInk } from './palette';
import type { Box, ConnectorItem, Point } from './scene';

export type Side = 'left' | 'right' | 'top' | 'bottom';

export interface Route {
  /** Sides where the line leaves and arrives; by default those that face each other. */
  sides?: [Side, Side];
  /** Places along those sides, 0 to 1; default the middle. */
  at?: [number, number];
  /** Corners between the ends, instead of those found here. */
  via?: Point[];
  line?: ConnectorItem['line'];
  arrow?: ConnectorItem['arrow'];
  label?: string;
  labelSize?: number;
  stroke?: string;
  strokeWidth?: number;
  dashed?: boolean;
}

/** A line from one item to another that meets the middle of their edges. */
export function connect(from: Box, to: Box, route: Route = {}): ConnectorItem {
  const [leave, arrive] = route.sides ?? facingSides(from, to);
  const start = onSide(from, leave, route.at?.[0] ?? 0.5);
  const end = straighten(start, onSide(to, arrive, route.at?.[1] ?? 0.5), isAcross(leave), isAcross(arrive));
  const corners = route.via ?? (route.line === 'curve' ? [] : elbows(start, leave, end, arrive));
  return {
    ...polyline(
      `${from.id}-${to.id}${route.label ? `-${route.label}` : ''}`,
      [start, ...corners, end],
      route,
    ),
    from: from.id,
    to: to.id,
  };
}

/** A line that joins nothing. */
export function polyline(id: string, points: Point[], route: Route = {}): ConnectorItem {
  return {
    type: 'connector',
    id,
    points,
    line: route.line ?? 'elbow',
    stroke: route.stroke ?? faintInk,
    strokeWidth: route.strokeWidth ?? 2,
    dashed: route.dashed ?? false,
    arrow: route.arrow ?? 'end',
    label: route.label ?? '',
    labelSize: route.labelSize ?? 16,
  };
}

function facingSides(from: Box, to: Box): [Side, Side] {
  const right = to.x - (from.x + from.width);
  const left = from.x - (to.x + to.width);
  const below = to.y - (from.y + from.height);
  const above = from.y - (to.y + to.height);
  const most = Math.max(right, left, below, above);
  if (most === right) return ['right', 'left'];
  if (most === left) return ['left', 'right'];
  return most === below ? ['bottom', 'top'] : ['top', 'bottom'];
}

function onSide(box: Box, side: Side, at: number): Point {
  if (side === 'left' || side === 'right') {
    return { x: side === 'left' ? box.x : box.x + box.width, y: box.y + box.height * at };
  }
  return { x: box.x + box.width * at, y: side === 'top' ? box.y : box.y + box.height };
}

/** Ends that miss each other by a hair make an ugly step: the second follows the first. */
function straighten(start: Point, end: Point, leaves: boolean, arrives: boolean): Point {
  if (leaves !== arrives) return end;
  if (leaves) return Math.abs(start.y - end.y) < 10 ? { x: end.x, y: start.y } : end;
  return Math.abs(start.x - end.x) < 10 ? { x: start.x, y: end.y } : end;
}

function isAcross(side: Side): boolean {
  return side === 'left' || side === 'right';
}

function elbows(start: Point, leave: Side, end: Point, arrive: Side): Point[] {
  if (isAcross(leave) && isAcross(arrive)) {
    if (start.y === end.y) return [];
    const out = { left: -36, right: 36, top: 0, bottom: 0 }[leave];
    const x = leave === arrive ? farther(start.x, end.x, out) : (start.x + end.x) / 2;
    return [
      { x, y: start.y },
      { x, y: end.y },
    ];
  }
  if (!isAcross(leave) && !isAcross(arrive)) {
    if (start.x === end.x) return [];
    const y = leave === arrive ? farther(start.y, end.y, leave === 'top' ? -36 : 36) : (start.y + end.y) / 2;
    return [
      { x: start.x, y },
      { x: end.x, y },
    ];
  }
  return [isAcross(leave) ? { x: end.x, y: start.y } : { x: start.x, y: end.y }];
}

function farther(a: number, b: number, by: number): number {
  return (by < 0 ? Math.min(a, b) : Math.max(a, b)) + by;
}
