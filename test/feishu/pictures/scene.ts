/**
 * What is drawn on a board, as plain data. One scene serves the picture (`render.ts`), the canvas in the
 * page, and whatever asks for the board's nodes. Units are those of the scene: one is one pixel at scale 1.
 */
export interface Scene {
  width: number;
  height: number;
  /** Colour of the board. */
  background: string;
  /** In painting order: later items lie above earlier ones. */
  items: SceneItem[];
}

export type SceneItem =
  RectItem | EllipseItem | DiamondItem | StickyItem | TextItem | ConnectorItem | SwimlaneItem | PhotoItem;

export interface Point {
  x: number;
  y: number;
}

/** The place of an item; `x` and `y` are its top left corner. */
export interface Box extends Point {
  id: string;
  width: number;
  height: number;
}

/** How writing looks. Lines break where the text has `\n`, and where the item is too narrow. */
export interface TextStyle {
  size: number;
  colour: string;
  bold: boolean;
  align: 'left' | 'center' | 'right';
}

/** Outline and filling. */
export interface Paint {
  fill: string;
  stroke: string;
  strokeWidth: number;
  dashed: boolean;
}

interface Shape extends Box, Paint {
  text: string;
  style: TextStyle;
}

export interface RectItem extends Shape {
  type: 'rect';
  radius: number;
  /** Whether the text stands in the middle or under the top edge. */
  anchor: 'middle' | 'top';
}

export interface EllipseItem extends Shape {
  type: 'ellipse';
}

export interface DiamondItem extends Shape {
  type: 'diamond';
}

export interface StickyItem extends Box {
  type: 'sticky';
  fill: string;
  text: string;
  style: TextStyle;
  /** Who wrote it, in small letters at the bottom. */
  author: string;
  /** Degrees, clockwise. */
  tilt: number;
}

export interface TextItem extends Box {
  type: 'text';
  text: string;
  style: TextStyle;
}

export interface ConnectorItem {
  type: 'connector';
  id: string;
  /** Ids of the items that it joins, where it joins any. */
  from?: string;
  to?: string;
  points: Point[];
  /** `elbow`: straight pieces with rounded corners; `curve`: one smooth line from the first to the last point. */
  line: 'elbow' | 'curve';
  stroke: string;
  strokeWidth: number;
  dashed: boolean;
  arrow: 'none' | 'end' | 'both';
  /** Written on the middle of the line. */
  label: string;
  labelSize: number;
}

export interface SwimlaneItem extends Box {
  type: 'swimlane';
  title: string;
  /** Where the title bar lies. */
  bar: 'left' | 'top';
  barSize: number;
  fill: string;
  barFill: string;
  stroke: string;
  style: TextStyle;
}

/** A landscape made from its seed, grainy as a photograph, so that the files become as large as real ones. */
export interface PhotoItem extends Box {
  type: 'photo';
  seed: number;
  caption: string;
}
