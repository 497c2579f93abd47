import { changeSetting } from '../browser/drive-extension';
import { readToolbar } from '../browser/read-overlay';
import { expect, test, wherePrescribed, works } from './company-fixtures';
import { addressOf } from './demo-addresses';

/** What the administrator prescribes, by a file that the browser itself reads. */

const demo = { appId: 'cli_demo', appSecret: 'demo-secret-of-acme' };

const prescribed = wherePrescribed();

// Where this process may not say what the machine's browsers read, there is no administrator to be.
if (prescribed) {
  test.describe('the company’s app', prescribed, () => {
    test.use({
      policy: {
        ...demo,
        scopes: ['board:whiteboard:node:read', 'docx:document:readonly'],
        allowClipboard: false,
        allowedFormats: ['png', 'svg'],
        allowCreatingApps: false,
        locked: { toolbar: true, cacheBudgetMb: 0, fileNameOne: '{n} of {doc}' },
        defaults: { rightClick: false },
      },
    });

    test('is signed in with by one button, and what it fixes and forbids is so', async ({
      extension,
      firstPage,
      openDocument,
      person,
      popupOver,
      saveFirstBoard,
      words,
    }) => {
      const { page } = firstPage;
      const control = (name: string) => page.locator(`[name=${name}]`);
      await expect(page.getByText(words('sign_in_create'), { exact: true })).toHaveCount(0);
      await person.click(page.getByRole('button', { name: words('sign_in_company'), exact: true }));
      await person.answer(/^Authorize /, 'Authorize');
      await expect(firstPage.account('feishu')).toContainText('陈晓');
      await firstPage.expectScope('feishu', 'docx:document:readonly', 'held');
      await firstPage.expectScope('feishu', 'wiki:node:read', 'missing');
      await saveFirstBoard(addressOf('DocBoardTrouble000000000001'), '1 of 问题画板 Boards in trouble.png');
      expect([person.clicks, person.pastes]).toEqual([3, 0]);

      await expect(control('toolbar')).toBeDisabled();
      await expect(control('toolbar')).toBeChecked();
      await expect(control('fileNameOne')).toBeDisabled();
      await expect(control('rightClick')).toBeEnabled();
      await expect(control('rightClick')).not.toBeChecked();
      await expect(control('format').locator('option')).toHaveCount(2);
      await expect(page.getByText(words('options_fixed'), { exact: true })).toHaveCount(3);

      // Chosen before the administrator fixed it.
      await changeSetting(extension, 'toolbar', false);
      const document = await openDocument(addressOf('DocWikiOnboarding0000000001'));
      await document.locator('[data-block-type="whiteboard"]').first().hover();
      await expect
        .poll(async () => (await readToolbar(document))?.buttons.map(({ label }) => label))
        .toEqual([words('toolbar_save')]);
      expect((await readToolbar(document))?.handle).toBeUndefined();

      const popup = await popupOver(document);
      await expect(popup.rows.first()).toBeVisible();
      await expect(popup.page.locator('[data-action=save]').first()).toBeVisible();
      await expect(popup.page.locator('[data-action=copy]')).toHaveCount(0);
    });
  });

  test.describe('the company’s own deployment', prescribed, () => {
    test.use({
      policy: { company: works.company, brand: 'company', appId: works.app.id, appSecret: works.app.secret },
    });

    test('needs the user’s yes, and nothing else', async ({ firstPage, person, saveFirstBoard, words }) => {
      const { page } = firstPage;
      await person.click(page.getByRole('button', { name: words('remedy_allow_hosts'), exact: true }));
      await person.click(page.getByRole('button', { name: words('sign_in_company'), exact: true }));
      await person.answer(/^Authorize /, 'Authorize');
      await expect(firstPage.account('company')).toContainText('佐藤');
      const section = page.getByRole('region', { name: words('options_company'), exact: true });
      await expect(section).toContainText(words('options_fixed'));
      await expect(section.getByRole('button')).toBeDisabled();
      await saveFirstBoard(works.address, works.file);
      expect([person.clicks, person.pastes]).toEqual([4, 0]);
    });
  });
}
