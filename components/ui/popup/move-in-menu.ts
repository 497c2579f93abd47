/** Moves the focus within a menu; whether `key` was one of those that do. */
export function moveInMenu(key: string, menu: HTMLElement): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.findIndex((item) => item === document.activeElement);
  const goals: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? -1 : at - 1,
    Home: 0,
    End: -1,
  };
  const goal = goals[key];
  if (goal === undefined) return false;
  items.at(goal % items.length)?.focus();
  return true;
}
