import { expect, test } from './sign-in-fixtures';
import { at, signInWithApp } from './sign-in-world';

test('a sign-in that is refused says why, and signs nobody in', async ({
  feishu,
  firstPage,
  person,
  words,
}) => {
  const { app } = at.feishu;
  await signInWithApp(firstPage, { ...app, secret: 'not-the-secret' }, words);
  await firstPage.expectError('app-secret-wrong');
  await signInWithApp(firstPage, at.lark.app, words);
  await firstPage.expectError('app-missing');

  await signInWithApp(firstPage, app, words);
  await person.answer(/^Authorize /, 'Deny');
  await firstPage.page.bringToFront();
  await firstPage.expectError('sign-in-denied');

  await signInWithApp(firstPage, app, words);
  const late = await person.page(/^Authorize /);
  feishu.clock.advance(240_000);
  await firstPage.expectError('sign-in-expired');
  await late.close();

  feishu.store.changeApp(app.id, { availableTo: ['ou_li_lei'] });
  await firstPage.page.bringToFront();
  await signInWithApp(firstPage, app, words);
  await person.answer(/^Authorize /, 'Authorize');
  await firstPage.page.bringToFront();
  await firstPage.expectError('app-not-for-user');

  feishu.store.changeTenant('acme', { forbidsNewApps: true });
  await firstPage.page.getByRole('button', { name: words('sign_in_create'), exact: true }).click();
  await person.answer(/^You cannot create apps$/, 'Cancel');
  await firstPage.page.bringToFront();
  await firstPage.expectError('sign-in-denied');
  await expect(firstPage.account('feishu')).toHaveCount(0);
});
