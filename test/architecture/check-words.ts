import { parseSync, Visitor } from 'oxc-parser';

/** Attributes whose text is shown or read out. */
const spoken = new Set([
  'title',
  'alt',
  'placeholder',
  'label',
  'aria-label',
  'aria-description',
  'ariaLabel',
]);

/** Sentences that stand in a view's code instead of in the locales, each with its place. */
export function checkWords(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([path, source]) => {
    if (!path.endsWith('.tsx')) return [];
    const found: string[] = [];
    const look = (text: string): void => {
      if (/\p{L}{2}/u.test(text)) found.push(`${path} says “${text.trim()}” in code`);
    };
    new Visitor({
      JSXText: ({ value }) => look(value),
      JSXAttribute({ name, value }) {
        const isSpoken = name.type === 'JSXIdentifier' && spoken.has(name.name);
        if (isSpoken && value?.type === 'Literal' && typeof value.value === 'string') look(value.value);
      },
    }).visit(parseSync(path, source).program);
    return found;
  });
}
