import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

/** axe-core, as it stands in the page once it has run. */
declare const axe: {
  run(
    context: string | Document,
    options: object,
  ): Promise<{
    violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
  }>;
};

const axeScript = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Of axe-core's rules those that a theme can break: the others look at names, roles and order. */
const colourRules = ['color-contrast', 'link-in-text-block'];

interface Look {
  /** Only what depends on colours: a third of the time, for a page that was looked at in another theme. */
  onlyColours?: boolean;
  /** A selector: nothing but what is in this element is looked at. */
  within?: string | undefined;
}

/** What axe-core finds wrong with the page as it is: one line for each rule and element. */
export async function findViolations(page: Page, { onlyColours, within }: Look = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axeScript);
  return page.evaluate(
    async ([selector, rules]) => {
      const { violations } = await axe.run(selector ?? document, {
        resultTypes: ['violations'],
        preload: false,
        ...(rules && { runOnly: rules }),
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
      );
    },
    [within ?? null, onlyColours ? colourRules : null] as const,
  );
}
