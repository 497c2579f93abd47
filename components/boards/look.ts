/**
 * What lies at a path in something of a page's: undefined where there is nothing, and where the page throws when
 * it is looked at.
 */
export function look(from: unknown, ...path: (string | number)[]): unknown {
  let value = from;
  try {
    for (const key of path) value = (value as Record<string, unknown> | null | undefined)?.[key];
    return value;
  } catch {
    return undefined;
  }
}
