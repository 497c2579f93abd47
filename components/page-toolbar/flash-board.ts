import { addOverlay } from './overlay';

/** How long a board is marked, in ms. */
const shownForMs = 2400;

const style = `
:host { all: initial; }
div {
  position: fixed; z-index: 2147483646; box-sizing: border-box; pointer-events: none;
  border: 3px solid #2f6feb; border-radius: 8px; box-shadow: 0 0 0 4px rgb(47 111 235 / 30%);
  animation: flash 800ms ease-in-out 3;
}
@keyframes flash { 50% { opacity: 0.15; } }
@media (prefers-reduced-motion: reduce) { div { animation: none; } }
`;

/** Frames a board for a moment, above the page and not in it, and stays on it while the page still moves. */
export function flashBoard(board: Element, signal: AbortSignal): void {
  const page = board.ownerDocument;
  const { host, shadow } = addOverlay(page, 'board-saver-mark', style);
  const frame = page.createElement('div');
  shadow.append(frame);
  const until = performance.now() + shownForMs;
  const follow = (): void => {
    if (signal.aborted || performance.now() > until || !board.isConnected) return host.remove();
    const { left, top, width, height } = board.getBoundingClientRect();
    Object.assign(frame.style, {
      left: `${left - 4}px`,
      top: `${top - 4}px`,
      width: `${width + 8}px`,
      height: `${height + 8}px`,
    });
    requestAnimationFrame(follow);
  };
  follow();
}
