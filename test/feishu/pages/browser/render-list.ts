import type { PageBlock } from '../page-view';
import { h } from './dom';
import { estimateHeight } from './estimate-height';
import type { Load } from './load';

/** The part of the window that must be filled, in window coordinates. */
export interface View {
  top: number;
  bottom: number;
}

/** A block on the page, or a list of them. */
export interface Rendered {
  element: HTMLElement;
  /** Mounts what has come near and unmounts what has gone. Returns whether anything moved. */
  update(view: View): boolean;
}

const PLACEHOLDER_MARGIN = 8;

/**
 * A list of blocks of which only those near the window are mounted. What lies above them is one
 * placeholder, what lies below another: elements with a height and without any id.
 */
export function renderList(
  blocks: readonly PageBlock[],
  parentId: string,
  load: Load,
  render: (block: PageBlock, load: Load) => Rendered,
): Rendered {
  const element = h('div', { class: 'render-unit-wrapper' });
  const mounted = new Map<number, Rendered & { folded: boolean }>();
  const [above, below] = [placeholder(load, parentId), placeholder(load, parentId)];

  function measure(): boolean {
    let moved = false;
    for (const [at, { element: block }] of mounted) {
      const id = blocks[at]?.id;
      const height = block.getBoundingClientRect().height;
      if (id === undefined || Math.abs((load.heights.get(id) ?? 0) - height) < 1) continue;
      load.heights.set(id, height);
      moved = true;
    }
    return moved;
  }

  return {
    element,
    update(view) {
      let moved = measure();
      const heights = blocks.map((block) => estimateHeight(block, load));
      const [first, last] = range(heights, element.getBoundingClientRect().top, view);
      for (const [at, { element: gone, folded }] of mounted) {
        if (at >= first && at <= last && folded === isFolded(blocks[at], load)) continue;
        gone.remove();
        mounted.delete(at);
        moved = true;
      }
      show(above, heights.slice(0, first), element, element.firstChild);
      let before: ChildNode | null = above.parentNode === element ? above : null;
      for (let at = first; at <= last; at++) {
        const block = blocks[at];
        if (!block) continue;
        let shown = mounted.get(at);
        if (!shown) {
          shown = { ...render(block, load), folded: isFolded(block, load) };
          mounted.set(at, shown);
          load.mounted.add(block.id);
          element.insertBefore(shown.element, before ? before.nextSibling : element.firstChild);
          moved = true;
        }
        before = shown.element;
        if (shown.update(view)) moved = true;
      }
      show(below, heights.slice(last + 1), element, null);
      return measure() || moved;
    },
  };
}

function isFolded(block: PageBlock | undefined, load: Load): boolean {
  return block !== undefined && load.folded.has(block.id);
}

/** Indexes of the first and last block that reach into the view; the last before the first if there is none. */
function range(heights: readonly number[], top: number, view: View): [first: number, last: number] {
  let y = top;
  let first = heights.length;
  let last = heights.length - 1;
  for (const [at, height] of heights.entries()) {
    if (first === heights.length && y + height >= view.top) first = at;
    if (y > view.bottom) {
      last = at - 1;
      break;
    }
    y += height;
  }
  return [Math.min(first, last + 1), last];
}

function placeholder(load: Load, parentId: string): HTMLElement {
  const parent = String(load.numberOf(parentId));
  return h('div', { class: 'bear-virtual-renderUnit-placeholder', 'data-parent-id': parent }, h('span'));
}

function show(
  gap: HTMLElement,
  heights: readonly number[],
  list: HTMLElement,
  before: ChildNode | null,
): void {
  if (heights.length === 0) {
    gap.remove();
    return;
  }
  const height = heights.reduce((sum, one) => sum + one, 0);
  gap.style.height = `${Math.max(0, Math.round(height) - PLACEHOLDER_MARGIN)}px`;
  gap.style.marginTop = `${PLACEHOLDER_MARGIN}px`;
  if (gap.parentNode !== list || (before === null && gap !== list.lastChild)) list.insertBefore(gap, before);
}
