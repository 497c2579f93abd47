/**
 * The keys of the list. They move between the pictures of the rows, which are buttons: Space shows one large. They press the very buttons that the pointer would, so that there is one way for
 * everything to happen. A key that is not ours is left alone.
 */
export function handleListKey(event: KeyboardEvent, root: HTMLElement): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  const row = target?.closest<HTMLElement>('[data-block-id]') ?? undefined;
  if (keyAction(event.key, root, target, row, event.shiftKey)) event.preventDefault();
}

/** Whether the key was ours. */
function keyAction(
  key: string,
  root: HTMLElement,
  target: HTMLElement | undefined,
  row: HTMLElement | undefined,
  isRange: boolean,
): boolean {
  const isTyping = target?.matches('input[type="search"]') ?? false;
  if (isTyping && key !== 'ArrowDown') return false;
  switch (key.toLowerCase()) {
    case 'arrowdown':
      return !isChoosing(target) && move(root, target, row, 1);
    case 'arrowup':
      return !isChoosing(target) && move(root, target, row, -1);
    case 'enter':
      // On a button or link, Enter is the button's own.
      return (
        row !== undefined && (target?.matches('input, [data-action=preview]') ?? false) && press(row, 'save')
      );
    case 'x':
      return row !== undefined && choose(row, isRange);
    case 'c':
      return row !== undefined && press(row, 'copy');
    case 'a':
      return press(root, 'select-all');
    case '/':
      return focus(root.querySelector<HTMLElement>('input[type="search"]'));
    default:
      return false;
  }
}

/** Arrow keys belong to the radio buttons while one has the focus. */
function isChoosing(target: HTMLElement | undefined): boolean {
  return target?.matches('input[type="radio"], select') ?? false;
}

/** To the same control in the next row, else to the row's picture. From outside the list: to its first row. */
function move(
  root: HTMLElement,
  target: HTMLElement | undefined,
  row: HTMLElement | undefined,
  step: 1 | -1,
): boolean {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-block-id]:not([hidden])')];
  const next = row ? rows[rows.indexOf(row) + step] : rows[0];
  if (!next) return row !== undefined;
  const action = target?.dataset['action'];
  return focus(
    (row && action ? next.querySelector<HTMLElement>(`[data-action="${action}"]:not(:disabled)`) : null) ??
      next.querySelector<HTMLElement>('[data-action=preview]') ??
      next, // not drawn yet: it hands the focus on
  );
}

/** A row that was never seen has no checkbox yet: its place takes the focus, and then there is one. */
function choose(row: HTMLElement, shiftKey: boolean): boolean {
  row.querySelector('input')?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey }));
  return true;
}

function press(within: HTMLElement, action: string): boolean {
  const control = within.querySelector<HTMLElement>(`[data-action="${action}"]`);
  control?.click();
  return control !== null;
}

function focus(element: HTMLElement | null): boolean {
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
  return element !== null;
}
