import { boardBlockAt } from './render-board';

/** What the site keeps for itself: the context menu, the clipboard, and clicks on boards. */
export function guardPage(page: Document): void {
  const prevent = (event: Event) => event.preventDefault();
  page.addEventListener('contextmenu', prevent, true);
  page.body.addEventListener('contextmenu', prevent, true);
  for (const kind of ['copy', 'cut']) {
    page.addEventListener(
      kind,
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      true,
    );
  }
  for (const kind of ['mousedown', 'mouseup', 'click']) {
    page.addEventListener(
      kind,
      (event) => {
        if (boardBlockAt(event.target)) event.stopImmediatePropagation();
      },
      true,
    );
  }
}
