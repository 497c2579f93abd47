/** What is hidden by itself: the parts of a section's card. */
const parts = '.card > *';

/**
 * Hides what has nothing of `text` in its words: whole sections, and the lines of a section whose own name has not got
 * it. With an empty text, all is there again.
 * @returns how many sections are left
 */
export function filterSettings(root: Element, text: string): number {
  const wanted = text.trim().toLocaleLowerCase();
  const has = (element: Element | null): boolean =>
    wanted === '' || (element?.textContent?.toLocaleLowerCase().includes(wanted) ?? false);
  let left = 0;
  for (const section of root.querySelectorAll('section')) {
    const isNamed = has(section.querySelector('h2'));
    let isLeft = isNamed || has(section.querySelector('.intro'));
    for (const part of section.querySelectorAll(parts)) {
      const isShown = isLeft || has(part);
      part.toggleAttribute('hidden', !isShown);
    }
    isLeft ||= [...section.querySelectorAll(parts)].some((part) => !part.hasAttribute('hidden'));
    section.toggleAttribute('hidden', !isLeft);
    if (isLeft) left += 1;
  }
  return left;
}
