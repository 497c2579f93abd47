/** Room between a menu and the edges of the page, in CSS px. */
const margin = 8;

/** Puts a menu below its button, at its end; above where there is more room; never beyond the page. */
export function placeMenu(menu: HTMLElement, button: DOMRect): void {
  const { innerWidth, innerHeight } = window;
  const isBelow = innerHeight - button.bottom >= button.top;
  const room = (isBelow ? innerHeight - button.bottom : button.top) - margin;
  const place: Partial<CSSStyleDeclaration> = {
    insetInlineStart: 'auto',
    insetInlineEnd: `${Math.max(margin, innerWidth - button.right)}px`,
    top: isBelow ? `${button.bottom}px` : 'auto',
    bottom: isBelow ? 'auto' : `${innerHeight - button.top}px`,
    maxBlockSize: `${room}px`,
  };
  Object.assign(menu.style, place);
}
