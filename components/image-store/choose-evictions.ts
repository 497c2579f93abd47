import type { StoredImage } from './stored-image';
import { weighImages, weightOf } from './weigh-images';

/**
 * Which pictures have to go so that all together are within `budgetBytes`: the least recently used first, never
 * one of `keep`. What is kept may exceed the budget by itself; then everything else goes.
 */
export function chooseEvictions(
  images: readonly StoredImage[],
  budgetBytes: number,
  keep: ReadonlySet<string>,
): string[] {
  let excess = weighImages(images).bytes - budgetBytes;
  const candidates = images.filter(({ key }) => !keep.has(key)).sort((a, b) => a.usedAt - b.usedAt);
  const keys: string[] = [];
  for (const image of candidates) {
    if (excess <= 0) break;
    keys.push(image.key);
    excess -= weightOf(image);
  }
  return keys;
}
