import { expect, test } from './sign-in-fixtures';
import { at, failToSave, openedSettings, signInWithApp } from './sign-in-world';

test.describe('a save for which a permission is missing opens the doctor at its line', () => {
  const boardScope = 'board:whiteboard:node:read';

  test('where the app lacks it', async ({ feishu, firstPage, person, words, extension }) => {
    feishu.store.changeApp(at.feishu.app.id, { scopes: ['offline_access', 'docx:document:readonly'] });
    await signInWithApp(firstPage, at.feishu.app, words);
    await person.answer(/^Authorize /, 'Authorize');
    await firstPage.expectScope('feishu', boardScope, 'missing');
    await firstPage.page.close();
    await failToSave(extension, feishu);
    const doctor = await openedSettings(extension);
    const line = doctor.locator('.scope.missed');
    await expect(line).toContainText(boardScope);
    await expect(line).toContainText(words('doctor_board_loss'));
    await expect(
      line.getByRole('link', { name: words('options_scope_grant_named', boardScope), exact: true }),
    ).toHaveAttribute('href', /^https:\/\/open\.feishu\.cn\//);
  });

  test('where the user did not grant it', async ({ extension, feishu, firstPage, person, words }) => {
    const { app } = at.feishu;
    const [docx, wiki] = ['docx:document:readonly', 'wiki:node:read'];
    await signInWithApp(firstPage, app, words);
    await person.answer(/^Authorize /, 'Authorize');
    await firstPage.expectScope('feishu', docx, 'missing');
    await firstPage.page.bringToFront();
    await firstPage.page
      .getByRole('button', { name: words('doctor_grant_by_sign_in_named', docx), exact: true })
      .click();
    await person.answer(/^Authorize /, 'Authorize');
    await firstPage.expectScope('feishu', docx, 'held');
    await firstPage.expectScope('feishu', wiki, 'missing');
    await firstPage.page.close();
    const token = [...feishu.store.tokens()].findLast(({ session }) => session?.app.id === app.id);
    if (token) token.scopes = [docx];
    await failToSave(extension, feishu);
    const line = (await openedSettings(extension)).locator('.scope.missed');
    await expect(line).toContainText(boardScope);
  });
});
