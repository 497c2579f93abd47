import { expect, type Locator, type Page } from '@playwright/test';
import type { Brand } from '../../components/boards/board';
import type { ErrorCode } from '../../components/errors';
import type { Words } from './words';

/** The settings page, as one uses it. */
export interface OptionsPage {
  page: Page;
  /** The account of one brand; not there while nobody is signed in. */
  account(brand: Brand): Locator;
  /** The line that says how many pictures are kept. */
  cacheUsage: Locator;
  /** Pastes a token into the form and sends it off. */
  paste(brand: Brand, token: string): Promise<void>;
  check(brand: Brand): Promise<void>;
  signOut(brand: Brand): Promise<void>;
  clearCache(): Promise<void>;
  /** What one permission is said to be. */
  expectScope(brand: Brand, scope: string, state: 'held' | 'missing' | 'unknown'): Promise<void>;
  expectError(code: ErrorCode, ...substitutions: string[]): Promise<void>;
}

export function optionsPage(page: Page, words: Words): OptionsPage {
  const account = (brand: Brand): Locator => page.locator(`.account[data-brand=${brand}]`);
  const press = (scope: Page | Locator, name: string): Promise<void> =>
    scope.getByRole('button', { name, exact: true }).click();
  const cache = page.getByRole('region', { name: words('options_cache'), exact: true });

  return {
    page,
    account,
    cacheUsage: cache.locator('.line').first(),
    async paste(brand, token) {
      const field = page.getByLabel(words('options_token'), { exact: true });
      // Who is signed in already finds the form folded up.
      await expect(
        page.getByText(words('options_add')).or(page.getByText(words('options_replace'))),
      ).toBeVisible();
      if (!(await field.isVisible())) await page.getByText(words('options_replace')).click();
      await page.getByRole('radio', { name: words(`brand_${brand}`), exact: true }).check();
      await field.fill(token);
      await press(page, words('options_sign_in'));
    },
    check: (brand) => press(account(brand), words('options_check')),
    signOut: (brand) => press(account(brand), words('options_sign_out')),
    clearCache: () => press(cache, words('options_cache_clear')),
    async expectScope(brand, scope, state) {
      const item = account(brand)
        .getByRole('listitem')
        .filter({ has: page.getByText(scope, { exact: true }) });
      await expect(item).toContainText(words(`options_scope_${state}`));
    },
    async expectError(code, ...substitutions) {
      const { sentence, help } = words.error(code, ...substitutions);
      const alert = page.getByRole('alert');
      await expect(alert.getByText(sentence, { exact: true })).toBeVisible();
      await expect(alert.getByText(help, { exact: true })).toBeVisible();
    },
  };
}
