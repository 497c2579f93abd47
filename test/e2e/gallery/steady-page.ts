import type { Page } from '@playwright/test';
import type { Words } from '../../browser/words';

/** What no two runs, machines or versions have alike, and what stands in a picture for it. */
const changing: readonly (readonly [RegExp, string])[] = [
  [/\b20\d{12}[0-9A-F]{6,}\b/g, '20260105090000C0FFEE00C0FFEE00C0'], // the id of a request
  [/\d{4}-\d\d-\d\dT\d\d:\d\dZ/g, '2026-01-05T09:00Z'],
  [/\b20\d\d-\d\d-\d\d\b(?!T)/g, '2026-01-05'],
  [/\d+ ms\b/g, '10 ms'],
  [/\d+ s old/g, '1 s old'],
  [/\banswer \d+/g, 'answer 2'],
  [/\d+(?=\s+stored\b)/g, '6'],
  [/Chrome \d+/g, 'Chrome 100'],
  [/\b\d+\.\d+\.\d+\b/g, '1.0.0'],
];

/** How long ago something was, in each language: a machine that is busy for a minute says so. */
const age = /\b\d+ (?:second|minute)s? ago\b|\d+\s?(?:秒钟|秒|分钟|分鐘|分)前/g;

/** Replaces on a page what is different each time. It is good for a picture then, and for no more than that. */
export async function steadyPage(page: Page, words: Words): Promise<void> {
  await page.evaluate(
    (patterns) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        let text = node.textContent ?? '';
        for (const [source, instead] of patterns) text = text.replaceAll(new RegExp(source, 'g'), instead);
        if (text !== node.textContent) node.textContent = text;
      }
    },
    [...changing, [age, words('age_now')] as const].map(
      ([pattern, instead]) => [pattern.source, instead] as const,
    ),
  );
}
