import type { PageDocument } from '../page-view';
import { h } from './dom';
import { createLoad, walk, type Load } from './load';
import { renderBlock } from './render-block';
import { renderList } from './render-list';
import type { Switches } from './switches';

/** How far beyond the window blocks are kept mounted, in CSS pixels. */
const OVERSCAN = 360;
/** A pass that moves something makes another one necessary, until measured heights agree. */
const MOST_PASSES = 6;
const UNTITLED = '未命名文档';

export interface Editor {
  /** `.page-main`: all that belongs to one document. */
  element: HTMLElement;
  load: Load;
  /** Mounts what is near the window; call it once the element is on the page. */
  layout(): void;
  stop(): void;
}

/** One document in the scroller. */
export function createEditor(document: PageDocument, switches: Switches, scroller: HTMLElement): Editor {
  let frame = 0;
  const relayout = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      layout();
    });
  };
  const load = createLoad(document, switches, relayout);
  const list = renderList(document.root.children, document.root.id, load, renderBlock);
  const element = pageMain(document, load, list.element);

  function layout(): void {
    const { top, bottom } = scroller.getBoundingClientRect();
    const view = { top: top - OVERSCAN, bottom: bottom + OVERSCAN };
    for (let pass = 0; pass < MOST_PASSES && list.update(view); pass++);
  }

  scroller.addEventListener('scroll', relayout, { passive: true });
  window.addEventListener('resize', relayout);
  return {
    element,
    load,
    layout,
    stop() {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', relayout);
      window.removeEventListener('resize', relayout);
      element.remove();
    },
  };
}

function pageMain(document: PageDocument, load: Load, list: HTMLElement): HTMLElement {
  const title = h('h1', { class: 'page-block-content' }, withInvisible(document.title) || UNTITLED);
  const units = h('div', { class: 'root-render-unit-container' }, list, preRenderer(document, load));
  const root = h(
    'div',
    { class: 'page-block root-block', 'data-content-editable-root': 'true' },
    title,
    h('div', { class: 'page-block-children' }, units),
  );
  const page = h(
    'div',
    {
      class: 'block docx-page-block',
      'data-block-type': 'page',
      'data-block-id': String(load.numberOf(document.root.id)),
      'data-record-id': document.root.id,
    },
    root,
  );
  return h('div', { class: 'page-main' }, page);
}

/** The area where the editor measures blocks before it shows them: copies, with the ids of the originals. */
function preRenderer(document: PageDocument, load: Load): HTMLElement {
  const boards = [...walk(document.root)].filter(({ board }) => board);
  const copies = new Set([...document.root.children.slice(0, 2), ...boards.slice(0, 1), ...boards.slice(-1)]);
  const area = h(
    'div',
    { class: 'bear-virtual-pre-renderer' },
    ...[...copies].map((block) => renderBlock(block, load).element),
  );
  Object.assign(area.style, {
    position: 'absolute',
    top: '-10000px',
    left: '-10000px',
    pointerEvents: 'none',
  });
  return area;
}

/** Titles carry characters that nobody sees. */
export function withInvisible(title: string): string {
  return title === '' ? '' : `\u200b${title}\ufeff`;
}
