import { readFile } from 'node:fs/promises';
import type { ErrorCode } from '../../components/errors';
import { savedFile } from '../browser/drive-extension';
import { testZip, zipNames } from '../browser/read-zip';
import type { Fault, FaultKind } from '../feishu/faults';
import { hasPicturesOf } from './archived-pictures';
import { isSame } from './compare-bytes';
import { addressOf, picturePath, timesAsked } from './demo-addresses';
import { expect, test } from './popup-fixtures';
import { servedBoard, servedBoards } from './served-boards';

test.use({ mayReuse: true });

/** Whatever the server answers, the user gets words for it, and what can be saved is saved. */

const checkout = 'DocCheckout0000000000000001';
const checkoutTitle = '结算系统设计 · Checkout design';

test('boards that cannot be had are named with the reason, and the others are saved', async ({
  extension,
  feishu,
  popupFor,
  words,
}) => {
  const documentId = 'DocBoardTrouble000000000001';
  const popup = await popupFor(addressOf(documentId));
  await popup.saveAll(4);
  await popup.expectJob('done');
  await expect(popup.job.getByText(words('job_done_one', 1))).toBeVisible();

  await popup.job.getByText(words('job_failed_other', 3)).click();
  const failures: [string, ErrorCode][] = [
    ['Forbidden', 'board-forbidden'],
    ['Without a picture', 'board-missing'],
    ['Deleted', 'board-missing'],
  ];
  const items = popup.job.getByRole('listitem');
  await expect(items).toHaveCount(failures.length);
  for (const [name, code] of failures) {
    const { sentence, help } = words.error(code);
    const item = items.filter({ has: popup.page.getByText(name, { exact: true }) });
    await expect(item).toContainText(`${sentence} ${help}`);
  }

  const zip = await savedFile(extension, '问题画板 Boards in trouble.zip');
  await testZip(zip);
  const served = await servedBoards(feishu, documentId);
  expect((await zipNames(zip)).at(0)).toBe('问题画板 Boards in trouble/1 Fine.png');
  expect(await hasPicturesOf(zip, served.slice(0, 1))).toBe(true);
});

test('a sign-in that has expired is said, and after a new one all goes on', async ({
  extension,
  feishu,
  popupFor,
  settingsPage,
  words,
}) => {
  const token = feishu.store.token('u-demo-chen-xiao');
  if (!token) throw new Error('the demo world has no such token');
  token.expiresAt = 0;
  const popup = await popupFor(addressOf('DocWikiOnboarding0000000001'));
  await popup.expectProblem('token-expired');
  await expect(popup.page.getByRole('button', { name: words('popup_save_boards_other', 2) })).toBeDisabled();

  const settings = await settingsPage();
  await settings.check('feishu');
  await settings.expectError('token-expired');
  await settings.paste('feishu', 'u-demo-li-lei');
  await expect(settings.account('feishu')).toContainText('李雷');

  await popup.page.reload();
  await popup.page.bringToFront();
  await popup.saveAll(2);
  await popup.expectJob('done');
  await testZip(await savedFile(extension, '新人指南 Onboarding.zip'));
});

test('answers that are no pictures get words, and those that broke off are asked for again', async ({
  extension,
  feishu,
  popupFor,
  words,
}) => {
  const spoil = (board: string, fault: FaultKind & Pick<Fault, 'times'>): void =>
    feishu.faults.add({ match: { path: picturePath(board) }, ...fault });
  const times = Infinity;
  spoil('BrdPaymentFlow0000000000001', { times, kind: 'html' });
  spoil('BrdLoginSequence00000000001', { times, kind: 'json-200', code: 2890003 });
  spoil('BrdOrgChart0000000000000001', { times, kind: 'json-200', code: 1234567 });
  spoil('BrdSystemArchitecture000001', { times, kind: 'wrong-length', claims: 100_000_001 });
  spoil('BrdProductMindmap0000000001', {
    times,
    kind: 'body',
    body: 'not a picture',
    contentType: 'image/png',
  });
  spoil('BrdErDiagram000000000000001', { kind: 'cut-short' });
  spoil('BrdPhotoWall000000000000001', { kind: 'reset' });
  const mended = [
    { id: 'BrdErDiagram000000000000001', name: '数据模型', extension: 'svg' },
    { id: 'BrdPhotoWall000000000000001', name: '团建照片墙', extension: 'jpg' },
  ];

  const popup = await popupFor(addressOf(checkout));
  const refused: [string, ErrorCode, ...string[]][] = [
    ['支付流程总览', 'response-not-image'],
    ['Login sequence', 'board-missing'],
    ['组织架构 2026', 'api-error-unknown', words('scope_not_named'), '1234567'],
    ['System architecture', 'response-too-large'],
    ['产品脑图', 'response-not-image'],
  ];
  for (const [name] of refused) await popup.save(name);
  for (const { name } of mended) await popup.save(name);
  for (const [name, code, ...substitutions] of refused) {
    await popup.expectRowError(name, code, ...substitutions);
  }

  for (const { id, name, extension: end } of mended) {
    const path = await savedFile(extension, `${checkoutTitle} - ${name}.${end}`);
    const { picture } = await servedBoard(feishu, checkout, id);
    expect(isSame(await readFile(path), picture.bytes)).toBe(true);
    expect(timesAsked(feishu, id)).toBeGreaterThanOrEqual(2);
  }
});

test('half a picture whose length nobody told is asked for again, else drawn, else marked', async ({
  extension,
  feishu,
  popupFor,
  words,
}) => {
  const spoil = async (id: string, times: number): Promise<void> => {
    const { picture } = await servedBoard(feishu, checkout, id);
    const body = picture.bytes.subarray(0, picture.bytes.length / 2);
    feishu.faults.add({
      match: { path: picturePath(id) },
      kind: 'body',
      body,
      contentType: 'image/png',
      times,
    });
  };
  const [mended, drawn, marked] = [
    'BrdPhotoWall000000000000001',
    'BrdSystemArchitecture000001',
    'BrdPaymentFlow0000000000001',
  ] as const;
  feishu.store.changeBoard(marked, { export: 'refused' });
  await spoil(mended, 1);
  await spoil(drawn, Infinity);
  await spoil(marked, Infinity);

  const popup = await popupFor(addressOf(checkout));
  for (const name of ['团建照片墙', 'System architecture', '支付流程总览']) await popup.save(name);
  const photos = await savedFile(extension, `${checkoutTitle} - 团建照片墙.jpg`);
  const { picture } = await servedBoard(feishu, checkout, mended);
  expect(isSame(await readFile(photos), picture.bytes)).toBe(true);
  await savedFile(extension, `${checkoutTitle} - System architecture.svg`);
  await savedFile(extension, `${checkoutTitle} - 支付流程总览.png`);
  await expect(popup.row('支付流程总览').getByText(words('note_cut_short'))).toBeVisible();
  for (const name of ['System architecture', '团建照片墙']) {
    await expect(popup.row(name).getByText(words('note_cut_short'))).toHaveCount(0);
  }
});
