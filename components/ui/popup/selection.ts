/**
 * Which boards are chosen. Kept as the exceptions from a rule, so that a board that turns up later is chosen
 * if all were, and not if none were.
 */
export interface Selection {
  rule: 'all' | 'none';
  exceptions: ReadonlySet<string>;
}

/** What the popup starts with. */
export const everything: Selection = { rule: 'all', exceptions: new Set() };

/** Whether a board is chosen. */
export function isSelected({ rule, exceptions }: Selection, blockId: string): boolean {
  return exceptions.has(blockId) !== (rule === 'all');
}

/** The selection with one board turned over. */
export function toggle(selection: Selection, blockId: string): Selection {
  const exceptions = new Set(selection.exceptions);
  if (!exceptions.delete(blockId)) exceptions.add(blockId);
  return { ...selection, exceptions };
}

/**
 * The selection with all of `blockIds` chosen or, if they were, none of them. `isWhole` says that they are the
 * whole list, not what a filter left of it: then the rule itself changes.
 */
export function toggleAll(selection: Selection, blockIds: readonly string[], isWhole: boolean): Selection {
  const chosen = !blockIds.every((blockId) => isSelected(selection, blockId));
  if (isWhole) return { rule: chosen ? 'all' : 'none', exceptions: new Set() };
  return choose(selection, blockIds, chosen);
}

/**
 * The selection with one board turned over, and all from it to `from` made as it is then: what Shift does. `shown` are
 * the boards in their order; without `from` among them, the one alone is turned over.
 */
export function toggleRange(
  selection: Selection,
  shown: readonly string[],
  from: string | undefined,
  to: string,
): Selection {
  const ends = [shown.indexOf(from ?? to), shown.indexOf(to)];
  if (ends.includes(-1)) return toggle(selection, to);
  const range = shown.slice(Math.min(...ends), Math.max(...ends) + 1);
  return choose(selection, range, !isSelected(selection, to));
}

function choose(selection: Selection, blockIds: readonly string[], chosen: boolean): Selection {
  const exceptions = new Set(selection.exceptions);
  for (const blockId of blockIds) {
    if (chosen === (selection.rule === 'all')) exceptions.delete(blockId);
    else exceptions.add(blockId);
  }
  return { ...selection, exceptions };
}
