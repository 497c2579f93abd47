import type { Board } from './entities';
import { makeId } from './ids';
import type { SceneItem } from './pictures/scene';
import { scenes } from './pictures/scenes';
import { withVariant } from './pictures/variant';

/** A node as the API lists it. */
export type BoardNode = Record<string, unknown>;

const types = {
  rect: 'composite_shape',
  ellipse: 'composite_shape',
  diamond: 'composite_shape',
  sticky: 'sticky_note',
  text: 'text_shape',
  connector: 'connector',
  swimlane: 'section',
  photo: 'image',
} as const satisfies Record<SceneItem['type'], string>;

const syntaxTypes = { plantuml: 1, mermaid: 2 } as const;

/**
 * What is on a board, in painting order. Types, places and texts are as the document of the API and the types of
 * the official SDK have them; `syntax` is as the official command-line tool reads it, and that its node is of
 * type `svg` is not confirmed.
 */
export function boardNodes(board: Board): BoardNode[] {
  const { items } = withVariant(scenes[board.scene], board.variant);
  return [
    ...items.map((item, index) => nodeOf(item, index, board)),
    ...board.syntax.map(({ language, code }, index) => ({
      id: nodeId(items.length + index),
      type: 'svg',
      x: 0,
      y: 400 * index,
      angle: 0,
      width: 600,
      height: 360,
      syntax: { code, syntax_type: syntaxTypes[language] },
    })),
  ];
}

function nodeOf(item: SceneItem, index: number, board: Board): BoardNode {
  return {
    id: nodeId(index),
    type: types[item.type],
    ...placeOf(item),
    ...textOf(item),
    style: styleOf(item),
    ...(item.type === 'photo' ? { image: { token: makeId(['photo', board.id, item.id], 27) } } : {}),
  };
}

function placeOf(item: SceneItem): BoardNode {
  if (item.type !== 'connector') {
    const angle = item.type === 'sticky' ? item.tilt : 0;
    return { x: item.x, y: item.y, angle, width: item.width, height: item.height };
  }
  const [left, top] = [
    Math.min(...item.points.map(({ x }) => x)),
    Math.min(...item.points.map(({ y }) => y)),
  ];
  return { x: left, y: top, angle: 0 };
}

/** A node without writing has an empty text, or none: here those that cannot have one have none. */
function textOf(item: SceneItem): BoardNode {
  switch (item.type) {
    case 'connector':
      return {
        connector: {
          captions: { data: item.label ? [{ text: item.label, font_size: item.labelSize }] : [] },
        },
      };
    case 'swimlane':
      return { section: { title: item.title } };
    case 'photo':
      return {};
    case 'rect':
    case 'ellipse':
    case 'diamond':
    case 'sticky':
    case 'text':
    default:
      return {
        text: {
          text: item.text,
          font_size: item.style.size,
          font_weight: item.style.bold ? 'bold' : 'regular',
          horizontal_align: item.style.align,
          text_color: item.style.colour,
        },
      };
  }
}

function styleOf(item: SceneItem): BoardNode {
  const fill = 'fill' in item ? { fill_color: item.fill } : {};
  return 'stroke' in item ? { ...fill, border_color: item.stroke } : fill;
}

/** Ids of nodes are `o1:` and a number, in the order in which somebody drew them. */
function nodeId(index: number): string {
  return `o1:${index + 1}`;
}
