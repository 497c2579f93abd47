import { faintInk, hairline, ink, light, paper, strong, white, type Hue } from './palette';
import type {
  DiamondItem,
  EllipseItem,
  PhotoItem,
  RectItem,
  StickyItem,
  SwimlaneItem,
  TextItem,
  TextStyle,
} from './scene';

/** Short makers for the items of a scene, with the looks that most boards share. */

type Place = [x: number, y: number, width: number, height: number];

export interface Looks {
  hue?: Hue;
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
  dashed?: boolean;
  radius?: number;
  size?: number;
  bold?: boolean;
  colour?: string;
  align?: TextStyle['align'];
  anchor?: RectItem['anchor'];
}

function styleOf(looks: Looks, size: number): TextStyle {
  return {
    size: looks.size ?? size,
    colour: looks.colour ?? ink,
    bold: looks.bold ?? false,
    align: looks.align ?? 'center',
  };
}

function shape(id: string, [x, y, width, height]: Place, words: string, looks: Looks) {
  return {
    id,
    x,
    y,
    width,
    height,
    text: words,
    fill: looks.fill ?? (looks.hue ? light[looks.hue] : white),
    stroke: looks.stroke ?? (looks.hue ? strong[looks.hue] : hairline),
    strokeWidth: looks.strokeWidth ?? 2,
    dashed: looks.dashed ?? false,
    style: styleOf(looks, 18),
  };
}

export function rect(id: string, place: Place, words = '', looks: Looks = {}): RectItem {
  return {
    type: 'rect',
    ...shape(id, place, words, looks),
    radius: looks.radius ?? 8,
    anchor: looks.anchor ?? 'middle',
  };
}

export function ellipse(id: string, place: Place, words = '', looks: Looks = {}): EllipseItem {
  return { type: 'ellipse', ...shape(id, place, words, looks) };
}

export function diamond(id: string, place: Place, words = '', looks: Looks = {}): DiamondItem {
  return { type: 'diamond', ...shape(id, place, words, looks) };
}

/** Writing without a frame. The height follows from the number of lines. */
export function text(
  id: string,
  x: number,
  y: number,
  width: number,
  words: string,
  looks: Looks = {},
): TextItem {
  const style = styleOf({ align: 'left', ...looks }, 18);
  return {
    type: 'text',
    id,
    x,
    y,
    width,
    height: words.split('\n').length * style.size * 1.4,
    text: words,
    style,
  };
}

/** The heading in the corner of a board, with a smaller line below it. */
export function heading(words: string, below: string, x = 60, y = 40): TextItem[] {
  return [
    text('title', x, y, 1100, words, { size: 34, bold: true }),
    text('subtitle', x, y + 52, 1100, below, { size: 18, colour: faintInk }),
  ];
}

export function sticky(
  id: string,
  [x, y, width, height]: Place,
  words: string,
  hue: Hue,
  rest: { author?: string; tilt?: number; size?: number } = {},
): StickyItem {
  return {
    type: 'sticky',
    id,
    x,
    y,
    width,
    height,
    fill: paper[hue],
    text: words,
    style: styleOf({ align: 'left' }, rest.size ?? 18),
    author: rest.author ?? '',
    tilt: rest.tilt ?? 0,
  };
}

export function lane(
  id: string,
  [x, y, width, height]: Place,
  title: string,
  hue: Hue,
  rest: { bar?: SwimlaneItem['bar']; barSize?: number; fill?: string } = {},
): SwimlaneItem {
  return {
    type: 'swimlane',
    id,
    x,
    y,
    width,
    height,
    title,
    bar: rest.bar ?? 'left',
    barSize: rest.barSize ?? 56,
    fill: rest.fill ?? white,
    barFill: light[hue],
    stroke: hairline,
    style: styleOf({ bold: true }, 18),
  };
}

export function photo(id: string, [x, y, width, height]: Place, seed: number, caption = ''): PhotoItem {
  return { type: 'photo', id, x, y, width, height, seed, caption };
}
