import type { PageBlock } from '../page-view';
import { h } from './dom';
import { headingLevel, type Load } from './load';
import { boardContents } from './render-board';
import { decoys } from './render-decoy';
import { renderList, type Rendered, type View } from './render-list';
import { textZone } from './text-zone';

/** One block as the editor mounts it: class, kind, number of this load, and the id that stays. */
export function renderBlock(block: PageBlock, load: Load): Rendered {
  const { contents, lists } = fill(block, load);
  const tag = block.type === 'table_cell' ? 'td' : 'div';
  const element = h(
    tag,
    {
      class: `block docx-${block.type}-block`,
      'data-block-type': block.type,
      'data-block-id': String(load.numberOf(block.id)),
      'data-record-id': block.id,
    },
    ...contents,
  );
  return { element, update: updateAll(lists) };
}

interface Filled {
  contents: Node[];
  lists: Rendered[];
}

function updateAll(lists: readonly Rendered[]): (view: View) => boolean {
  return (view) => lists.map((list) => list.update(view)).includes(true);
}

function fill(block: PageBlock, load: Load): Filled {
  if (block.board) return { contents: boardContents(block.board), lists: [] };
  const level = headingLevel(block);
  if (level !== undefined) return heading(block, level, load);
  const decoy = decoys[block.type];
  if (decoy) return { contents: [decoy(block)], lists: [] };
  if (block.type === 'table') return table(block, load);
  if (block.type === 'grid') return grid(block, load);
  if (block.type === 'synced_reference') return synced(block, load);
  const below = children(block, load);
  const inside = h('div', { class: `${block.type.replaceAll('_', '-')}-block` });
  if (block.type === 'bullet' || block.type === 'ordered') {
    inside.append(h('span', { class: 'list-marker' }, block.type === 'bullet' ? '•' : '1.'));
  }
  if (block.type === 'todo') inside.append(h('span', { class: 'todo-checkbox' }));
  if (block.type === 'callout') inside.append(h('span', { class: 'callout-emoji' }, '●'));
  if (block.text !== undefined) inside.append(textZone(block, load));
  const container = h('div', { class: `${block.type.replaceAll('_', '-')}-block-children` });
  container.append(...below.contents);
  if (below.contents.length > 0) inside.append(container);
  return { contents: [inside], lists: below.lists };
}

/** Children virtualise inside their parent too: in callouts, columns, cells, and under list items. */
function children(block: PageBlock, load: Load): Filled {
  if (block.children.length === 0) return { contents: [], lists: [] };
  const list = renderList(block.children, block.id, load, renderBlock);
  return { contents: [list.element], lists: [list] };
}

/** A folded heading does not render what is under it. */
function heading(block: PageBlock, level: number, load: Load): Filled {
  const order = load.orderOf(block.id);
  const line = h('div', { class: `heading heading-h${level}` });
  if (block.children.length > 0) line.append(foldButton(block, load));
  if (order) line.append(h('button', { class: 'heading-order', type: 'button', tabindex: '-1' }, order));
  line.append(h('div', { class: 'heading-content' }, textZone(block, load)));
  const below = load.folded.has(block.id) ? { contents: [], lists: [] } : children(block, load);
  return {
    contents: [h('div', { class: 'heading-block' }, line), ...below.contents],
    lists: below.lists,
  };
}

function foldButton({ id }: PageBlock, load: Load): HTMLElement {
  const folded = load.folded.has(id);
  const button = h(
    'button',
    { class: 'fold-button', type: 'button', 'aria-label': 'fold' },
    folded ? '▸' : '▾',
  );
  button.addEventListener('click', () => {
    if (folded) load.folded.delete(id);
    else load.folded.add(id);
    load.heights.clear();
    load.relayout();
  });
  return button;
}

function table(block: PageBlock, load: Load): Filled {
  const columns = block.columns ?? 1;
  const cells = block.children.map((cell) => renderBlock(cell, load));
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    h('tr', {}, ...cells.slice(row * columns, (row + 1) * columns).map(({ element }) => element)),
  );
  const body = h('table', { class: 'table' }, h('tbody', {}, ...rows));
  return { contents: [h('div', { class: 'table-block scrollable-wrapper' }, body)], lists: cells };
}

/** Columns stand side by side, so that all of them are mounted or none. */
function grid(block: PageBlock, load: Load): Filled {
  const columns = block.children.map((column) => renderBlock(column, load));
  const inside = h('div', { class: 'grid-block' }, ...columns.map(({ element }) => element));
  return { contents: [inside], lists: columns };
}

/** The class of a synced copy is known by its pattern only. What it shows keeps the ids of the other document. */
function synced(block: PageBlock, load: Load): Filled {
  if (!block.inner)
    return { contents: [h('div', { class: 'synced-reference-block' }, '同步块不可见')], lists: [] };
  const source = renderBlock(block.inner.root, load);
  const container = h('div', { class: 'synced-reference-block' }, source.element);
  return { contents: [container], lists: [source] };
}
