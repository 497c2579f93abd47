import { expect, type Locator, type Page } from '@playwright/test';
import type { Brand } from '../../components/boards/board';
import type { ErrorCode } from '../../components/errors';
import type { Words } from './words';

/** A way to sign in that has to be opened first. */
export type FoldedWay = 'app' | 'token';

/** The settings page, as one uses it. */
export interface OptionsPage {
  page: Page;
  /** The account of one brand; not there while nobody is signed in. */
  account(brand: Brand): Locator;
  /** The line that says how many pictures are kept. */
  cacheUsage: Locator;
  /** Opens a way to sign in, and all of them before where somebody is signed in already. */
  openWay(way: FoldedWay): Promise<Locator>;
  chooseBrand(brand: Brand): Promise<void>;
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
  const ways = { app: words('sign_in_with_app'), token: words('sign_in_paste') };

  /** Who is signed in already finds the ways folded up. */
  const unfold = async (): Promise<void> => {
    const first = page.getByRole('radio', { name: words('brand_feishu'), exact: true });
    const folded = page.locator('.other-ways > summary');
    await expect(first.or(folded).first()).toBeVisible();
    if (!(await first.isVisible())) await folded.click();
  };
  const openWay = async (way: FoldedWay): Promise<Locator> => {
    await unfold();
    const opened = page.locator(`details[data-way=${way}]`);
    if ((await opened.getAttribute('open')) === null) {
      await opened.getByText(ways[way], { exact: true }).click();
    }
    return opened;
  };
  const chooseBrand = async (brand: Brand): Promise<void> => {
    await unfold();
    await page.getByRole('radio', { name: words(`brand_${brand}`), exact: true }).check();
  };

  return {
    page,
    account,
    cacheUsage: cache.locator('.line').first(),
    openWay,
    chooseBrand,
    async paste(brand, token) {
      const way = await openWay('token');
      await chooseBrand(brand);
      await way.getByLabel(words('options_token'), { exact: true }).fill(token);
      await press(way, words('options_sign_in'));
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
