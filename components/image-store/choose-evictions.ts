import type { StoredImage } from './stored-image';

/**
 * Which pictures have to go so that all together are within `budgetBytes`: the least recently used first, never
 * one of `keep`. What is kept may exceed the budget by itself; then everything else goes.
 */
export function chooseEvictions(
  images: readonly StoredImage[],
  budgetBytes: number,
  keep: ReadonlySet<string>,
): string[] {
  let excess = images.reduce((sum, { bytes }) => sum + bytes, 0) - budgetBytes;
  const candidates = images.filter(({ key }) => !keep.has(key)).sort((a, b) => a.usedAt - b.usedAt);
  const keys: string[] = [];
  for (const { key, bytes } of candidates) {
    if (excess <= 0) break;
    keys.push(key);
    excess -= bytes;
  }
  return keys;
}
