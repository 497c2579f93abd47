import { localReferences } from './clean-css';

/** As much of an element as is needed to count. */
export interface CountedElement {
  readonly children: ArrayLike<CountedElement>;
  readonly attributes: ArrayLike<{ readonly name: string; readonly value: string }>;
}

/**
 * How many elements a browser goes through to draw a drawing: `<use>`, patterns and masks draw others again, and
 * those draw others; ten levels of ten make ten thousand million. A circle, which browsers break off, counts once.
 *
 * @param styles the text of its style sheets: what they name may be drawn for each element with a class
 */
export function expandedSize(root: CountedElement, styles: string): number {
  const byId = new Map<string, CountedElement>();
  collect(root, byId);
  const styled = localReferences(styles);
  const counted = new Map<CountedElement, number>();
  const underWay = new Set<CountedElement>();

  const count = (element: CountedElement): number => {
    const known = counted.get(element);
    if (known !== undefined) return known;
    if (underWay.has(element)) return 0;
    underWay.add(element);
    let size = 1;
    for (const child of Array.from(element.children)) size += count(child);
    for (const id of referencesOf(element, styled)) {
      const target = byId.get(id);
      if (target !== undefined) size += count(target);
    }
    underWay.delete(element);
    counted.set(element, size);
    return size;
  };
  return count(root);
}

function collect(element: CountedElement, byId: Map<string, CountedElement>): void {
  const id = attribute(element, 'id');
  if (id !== undefined && !byId.has(id)) byId.set(id, element);
  for (const child of Array.from(element.children)) collect(child, byId);
}

function referencesOf(element: CountedElement, styled: readonly string[]): string[] {
  const own = Array.from(element.attributes).flatMap(({ name, value }) =>
    /^(?:.*:)?href$/i.test(name) && value.trim().startsWith('#')
      ? [value.trim().slice(1)]
      : localReferences(value),
  );
  return attribute(element, 'class') === undefined ? own : [...own, ...styled];
}

function attribute(element: CountedElement, wanted: string): string | undefined {
  return Array.from(element.attributes).find(({ name }) => name === wanted)?.value;
}
