import type { Page } from '@playwright/test';
import { readDatabases } from '../browser/read-databases';
import { expect, inFirefox, test, works } from './company-fixtures';
import { servedBoards } from './served-boards';

/** A company's own deployment: its hosts are named by its user, used like those of the brands, and given back. */

declare const chrome: {
  permissions: { getAll(): Promise<{ origins: string[] }> };
  scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> };
};

/** What the browser lets the extension do with the company's hosts. */
const given = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { origins } = await chrome.permissions.getAll();
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    return [...origins, ...scripts.flatMap(({ matches }) => matches)].filter((host) =>
      host.includes('acme-works'),
    );
  });

test(
  'a company’s own deployment is added, signed in to and saved from, and removed without a trace',
  inFirefox,
  async ({ feishu, firstPage, openDocument, person, saveFirstBoard, words }) => {
    const { page } = firstPage;
    const { accounts, documents, name, open } = works.company;
    expect(await given(page)).toEqual([]);
    const section = page.getByRole('region', { name: words('options_company'), exact: true });
    await section.getByText(words('options_company_begin'), { exact: true }).click();
    for (const [field, text] of Object.entries({ name, documents: works.address, open, accounts })) {
      await section.locator(`[name=${field}]`).fill(text);
    }
    await section.getByRole('button', { name: words('options_company_add'), exact: true }).click();
    await expect(section).toContainText(documents[0]);
    await expect.poll(() => given(page)).toHaveLength(4);

    await page.getByRole('radio', { name, exact: true }).check();
    const way = await firstPage.openWay('app');
    await way.getByLabel(words('sign_in_app_id'), { exact: true }).fill(works.app.id);
    await way.getByLabel(words('sign_in_app_secret'), { exact: true }).fill(works.app.secret);
    await way.getByRole('button', { name: words('sign_in_go'), exact: true }).click();
    await person.answer(/^Authorize /, 'Authorize');
    await expect(firstPage.account('company')).toContainText('佐藤');
    await expect(firstPage.account('company')).toContainText(open);
    await saveFirstBoard(works.address, works.file);

    // What the extension asked, beside the pages that its user has seen.
    const asked = feishu.requests.filter(
      ({ path, asks }) => path.startsWith('/open-apis/') || asks !== undefined,
    );
    expect(new Set(asked.map(({ host }) => host))).toEqual(new Set([open, accounts]));

    await page.bringToFront();
    await section.getByRole('button', { name: words('options_company_remove'), exact: true }).click();
    await expect(section.getByText(words('options_company_begin'), { exact: true })).toBeVisible();
    await expect(firstPage.account('company')).toHaveCount(0);
    await expect.poll(() => given(page)).toEqual([]);
    expect(JSON.stringify(await readDatabases(page))).not.toContain('ou_sato');
    expect([...feishu.store.signIn.refreshTokens.values()].map(({ state }) => state)).toEqual(['revoked']);
    const before = feishu.requests.length;
    const later = await openDocument(works.address);
    const [board] = await servedBoards(feishu, 'DocAtWorks00000000000000001');
    await later.locator(`[data-record-id="${board?.blockId}"]`).first().hover();
    await expect(later.locator('board-saver-toolbar')).toHaveCount(0);
    expect(feishu.requests.slice(before).filter(({ path }) => path.startsWith('/open-apis/'))).toEqual([]);
  },
);
