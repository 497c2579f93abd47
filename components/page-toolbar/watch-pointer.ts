type BoardAt = (target: EventTarget | null) => { element: Element; blockId: string } | undefined;

/**
 * Knows which board the pointer is over, from the events themselves: no observer, no query of the page.
 *
 * The site prevents the context menu in many places. Over a board, and only there, this listener comes first
 * (`window`, capture, added at `document_start`) and keeps the event to itself, so that the browser's own
 * menu opens. Alt gives the site its menu back, and so does a board that is being edited.
 *
 * @param onBoard called when the pointer comes over another board, or (null) leaves them all
 */
export function watchPointer(
  target: Window,
  boardAt: BoardAt,
  onBoard: (blockId: string | null) => void,
): { lastContextMenu(): string | null; stop(): void } {
  const listening = new AbortController();
  const early = { capture: true, passive: true, signal: listening.signal };
  let over: string | null = null;
  let lastContextMenu: string | null = null;

  const moveTo = (blockId: string | null): void => {
    if (blockId === over) return;
    over = blockId;
    onBoard(blockId);
  };
  const isEdited = (board: Element): boolean => board.contains(board.ownerDocument.activeElement);

  target.addEventListener('pointerover', (event) => moveTo(boardAt(event.target)?.blockId ?? null), early);
  target.addEventListener('pagehide', () => moveTo(null), early);
  target.addEventListener(
    'contextmenu',
    (event) => {
      const board = boardAt(event.target);
      lastContextMenu = board?.blockId ?? null;
      moveTo(lastContextMenu);
      if (board && !event.altKey && !isEdited(board.element)) event.stopImmediatePropagation();
    },
    early,
  );
  return { lastContextMenu: () => lastContextMenu, stop: () => listening.abort() };
}
