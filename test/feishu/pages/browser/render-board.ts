import type { PageBoard } from '../page-view';
import { drawBoard } from './board-drawing';
import { h, setSize } from './dom';

/** Class of a board that is being edited. The real one is not known: nothing may rely on this name. */
const EDITING = 'whiteboard-editing';

/** What stands inside a whiteboard block. The canvas's wrapper has the site's own spelling: "whiteboad". */
export function boardContents(board: PageBoard): HTMLElement[] {
  const canvas = h('canvas');
  const sized = h('div', {}, h('div', { class: 'whiteboad-x-content-canvas' }, canvas));
  setSize(sized, board.width, board.height);
  canvas.style.width = `${board.width}px`;
  drawBoard(canvas, board.drawing, board.width, board.height);
  const container = h(
    'div',
    { class: 'whiteboard-block_container' },
    h('div', { class: 'resizable-wrapper' }, sized),
  );
  container.addEventListener(
    'contextmenu',
    (event) => {
      event.preventDefault();
      openBoardMenu(event);
    },
    true,
  );
  if (board.drawing === undefined) sized.append(h('div', { class: 'whiteboard-gone' }, '画板已删除'));
  if (board.caption === undefined) return [container];
  return [container, h('div', { class: 'whiteboard-caption' }, board.caption)];
}

/** Double-click edits a board, Escape or a click elsewhere ends it. An edited board has a menu of its own. */
export function watchBoardEditing(page: Document): void {
  page.addEventListener(
    'dblclick',
    (event) => {
      stopEditing(page);
      const block = boardBlockAt(event.target);
      if (!block) return;
      block.classList.add(EDITING);
      block.prepend(h('div', { class: 'whiteboard-toolbar' }, '选择  矩形  便签  连线  文本'));
    },
    true,
  );
  page.addEventListener('keydown', (event) => event.key === 'Escape' && stopEditing(page), true);
  page.addEventListener('pointerdown', (event) => isElsewhere(event.target) && stopEditing(page), true);
}

/** Opens the site's own menu of an edited board. */
function openBoardMenu(event: MouseEvent): void {
  const block = boardBlockAt(event.target);
  if (!block?.classList.contains(EDITING)) return;
  block.querySelector('.whiteboard-context-menu')?.remove();
  const items = ['剪切 Cut', '复制 Copy', '导出 Export', '置于顶层 Bring to front'];
  const menu = h(
    'ul',
    { class: 'whiteboard-context-menu', role: 'menu' },
    ...items.map((item) => h('li', { role: 'menuitem' }, item)),
  );
  const { left, top } = block.getBoundingClientRect();
  menu.style.left = `${event.clientX - left}px`;
  menu.style.top = `${event.clientY - top}px`;
  block.append(menu);
}

export function boardBlockAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.docx-whiteboard-block') : null;
}

function isElsewhere(target: EventTarget | null): boolean {
  return !boardBlockAt(target)?.classList.contains(EDITING);
}

function stopEditing(page: Document): void {
  for (const block of page.querySelectorAll(`.${EDITING}`)) {
    block.classList.remove(EDITING);
    for (const tool of block.querySelectorAll('.whiteboard-toolbar, .whiteboard-context-menu')) tool.remove();
  }
}
