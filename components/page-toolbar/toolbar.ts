import { scroller } from '../boards/selectors';
import type { DragSource } from '../dragging/drag-source';
import { toErrorData } from '../errors';
import { errorText } from '../i18n/error-text';
import { t } from '../i18n/t';
import type { PageNotice } from '../messaging/page-requests';
import { createDragHandle } from './drag-handle';
import { isDarkAround } from './is-dark';
import { addOverlay, type Overlay } from './overlay';
import { placeToolbar } from './place-toolbar';
import { createToolbarButton } from './toolbar-button';
import { toolbarStyle } from './toolbar-style';
import type { PageBoard } from './watch-pointer';

export interface ToolbarDeps {
  page: Document;
  /** Whether the administrator lets boards be copied, and dragged out of a page. */
  mayCopy: boolean;
  save: (blockId: string) => Promise<void>;
  /** Called in the click's own tick; whether it lies on the clipboard now. */
  copy: (blockId: string) => Promise<boolean>;
  /** What drags the board's picture out of the page. */
  drag: (blockId: string) => Promise<DragSource>;
  showNotice: (notice: PageNotice) => void;
}

/** The toolbar on a board: in the page only while it is shown, and nothing listens while it is not. */
export interface Toolbar {
  /** Shows it on this board, or on none. */
  show(board: PageBoard | undefined): void;
}

/** One for each page. What fails is told by `showNotice`, in words. */
export function createToolbar({ page, mayCopy, save, copy, drag, showNotice }: ToolbarDeps): Toolbar {
  let board: PageBoard | undefined;
  let overlay: Overlay | undefined;
  let shown = new AbortController();
  let isDragging = false;
  let frame = 0;

  const fail = (thrown: unknown): void => {
    const { sentence, help } = errorText(toErrorData(thrown));
    showNotice({ tone: 'error', text: sentence, help });
  };
  const blockId = (): string => board?.blockId ?? '';
  const said = page.createElement('span');
  said.className = 'said';
  said.setAttribute('role', 'status');
  const common = { page, onFailure: fail, say: (text: string) => (said.textContent = text) };
  const buttons = [
    createToolbarButton({
      ...common,
      icon: 'save',
      label: 'toolbar_save',
      done: 'popup_saved',
      act: () => save(blockId()),
    }),
    ...(mayCopy
      ? [
          createToolbarButton({
            ...common,
            icon: 'copy',
            label: 'toolbar_copy',
            done: 'notice_copied',
            act: () => copy(blockId()),
          }),
        ]
      : []),
  ];
  const handle = createDragHandle({ page, onFailure: fail, load: () => drag(blockId()) });
  const bar = page.createElement('div');
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', t('toolbar_label'));
  bar.append(...buttons.map(({ element }) => element), ...(mayCopy ? [handle.element] : []), said);
  // What is done here is no business of the site's.
  for (const name of ['pointerdown', 'mousedown', 'mouseup', 'click', 'dblclick', 'dragstart'] as const) {
    bar.addEventListener(name, (event) => event.stopPropagation());
  }

  const hide = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
    shown.abort();
    overlay?.host.remove();
    overlay = undefined;
    board = undefined;
    isDragging = false;
  };
  const place = (): void => {
    frame = 0;
    if (!board?.element.isConnected) return hide();
    const view = (board.element.closest(scroller) ?? page.documentElement).getBoundingClientRect();
    const at = placeToolbar(
      board.element.getBoundingClientRect(),
      {
        left: Math.max(0, view.left),
        top: Math.max(0, view.top),
        right: Math.min(innerWidth, view.right),
        bottom: Math.min(innerHeight, view.bottom),
      },
      { width: bar.offsetWidth, height: bar.offsetHeight },
    );
    bar.style.visibility = at ? 'visible' : 'hidden';
    if (at) Object.assign(bar.style, { left: `${at.left}px`, top: `${at.top}px` });
  };
  const placeSoon = (): void => {
    frame ||= requestAnimationFrame(place);
  };
  const hasFocus = (): boolean => Boolean(overlay?.shadow.activeElement);

  /** The toolbar stands at the page's end; by keyboard it is reached from its board, and left to what follows that. */
  const onKey = (event: KeyboardEvent): void => {
    const block = board?.element;
    if (!(block instanceof HTMLElement)) return;
    const elements = buttons.map(({ element }) => element);
    const focused = elements.findIndex((element) => element === overlay?.shadow.activeElement);
    const isFocused = focused >= 0;
    if (isFocused && event.key === 'Escape') {
      event.preventDefault();
      event.stopImmediatePropagation();
      block.focus();
    } else if (event.key === 'Tab' && (isFocused || (page.activeElement === block && !event.shiftKey))) {
      const next = elements[focused + (event.shiftKey ? -1 : 1)];
      if (next || event.shiftKey) event.preventDefault();
      (next ?? block).focus(); // past the last button, the browser itself goes on from the board
    }
  };
  const listen = (): void => {
    shown = new AbortController();
    const { signal } = shown;
    const passive = { capture: true, passive: true, signal };
    addEventListener('scroll', placeSoon, passive);
    addEventListener('resize', placeSoon, passive);
    addEventListener('keydown', onKey, { capture: true, signal });
    page.documentElement.addEventListener('pointerleave', () => !isDragging && !hasFocus() && hide(), {
      signal,
    });
    handle.element.addEventListener('dragstart', () => (isDragging = true), { signal });
    handle.element.addEventListener('dragend', () => (isDragging = false), { signal });
  };

  return {
    show(next) {
      if (isDragging) return;
      if (!next) return hide();
      if (next.element === board?.element) return;
      for (const { reset } of [...buttons, handle]) reset();
      said.textContent = '';
      board = next;
      if (!overlay) {
        overlay = addOverlay(page, 'board-saver-toolbar', toolbarStyle);
        overlay.shadow.append(bar);
        listen();
      }
      bar.className = `bar ${isDarkAround(next.element) ? 'dark' : 'light'}`;
      place();
    },
  };
}
