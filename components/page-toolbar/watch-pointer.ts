/** A board in the page: its block, and the block's id. */
export interface PageBoard {
  element: Element;
  blockId: string;
}

export interface PointerDeps {
  boardAt: (target: EventTarget | null) => PageBoard | undefined;
  /** Whether the event is in something of ours, which lies over a board and belongs to it. */
  isOurs: (target: EventTarget | null) => boolean;
  /** Whether the browser's own menu is wanted over boards. */
  takesMenu: () => boolean;
  /** Called when another board is pointed at or has the focus, when none is, and when editing begins or ends. */
  onBoard: (board: PageBoard | undefined) => void;
}

/** What is known of the pointer. */
export interface Pointer {
  /** The board that is pointed at or has the focus. */
  board(): PageBoard | undefined;
  /** Block id of the board that the last context menu was opened over. */
  lastContextMenu(): string | null;
  isEdited(board: Element): boolean;
  stop(): void;
}

/**
 * Knows which board the pointer is over, from the events themselves: no observer, no query of the page.
 *
 * The site prevents the context menu in many places. Over a board, and only there, this listener comes first
 * (`window`, capture, added at `document_start`) and keeps the event to itself, so that the browser's own
 * menu opens. Alt gives the site its menu back, and so does a board that is being edited: one that has the
 * focus somewhere inside, or was double-clicked and not left since.
 */
export function watchPointer(target: Window, { boardAt, isOurs, takesMenu, onBoard }: PointerDeps): Pointer {
  const listening = new AbortController();
  let over: PageBoard | undefined;
  let edited: Element | undefined;
  let lastContextMenu: string | null = null;

  const on = <Name extends keyof WindowEventMap>(
    name: Name,
    hear: (event: WindowEventMap[Name]) => void,
  ): void => target.addEventListener(name, hear, { capture: true, passive: true, signal: listening.signal });

  const moveTo = (board: PageBoard | undefined): void => {
    if (board?.element === over?.element) return;
    over = board;
    onBoard(board);
  };
  const edit = (board: Element | undefined): void => {
    if (board === edited) return;
    edited = board;
    onBoard(over);
  };
  const isEdited = (board: Element): boolean => {
    const { activeElement } = board.ownerDocument;
    return board === edited || (board !== activeElement && board.contains(activeElement));
  };
  const point = (event: Event): void => {
    if (!isOurs(event.target)) moveTo(boardAt(event.target));
  };

  on('pointerover', point);
  on('focusin', point);
  on('focusout', (event) => {
    // To where there is no other element: the end of the page, another window.
    if (event.relatedTarget === null && boardAt(event.target)?.element === event.target) moveTo(undefined);
  });
  on('pagehide', () => moveTo(undefined));
  on('dblclick', (event) => edit(boardAt(event.target)?.element));
  on('pointerdown', (event) => {
    if (edited && !isOurs(event.target) && boardAt(event.target)?.element !== edited) edit(undefined);
  });
  on('keydown', (event) => {
    if (event.key === 'Escape') edit(undefined);
  });
  on('contextmenu', (event) => {
    const board = boardAt(event.target);
    lastContextMenu = board?.blockId ?? null;
    moveTo(board);
    if (board && takesMenu() && !event.altKey && !isEdited(board.element)) event.stopImmediatePropagation();
  });
  return {
    board: () => over,
    lastContextMenu: () => lastContextMenu,
    isEdited,
    stop: () => listening.abort(),
  };
}
