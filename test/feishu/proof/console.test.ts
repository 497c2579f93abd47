import { describe, expect, it } from 'vitest';
import { ask, picturePath } from './ask';
import { open, press } from './person';
import { useFeishu } from './started';
import { boardIds, poorApp } from './world';

const feishu = useFeishu();
const scope = 'board:whiteboard:node:read';
const status = async (): Promise<unknown> =>
  (await ask(feishu(), picturePath(boardIds.png), { token: poorApp.token })).json.code ?? 0;

describe('the developer console', () => {
  it('adds the scopes that scope-apply names', async () => {
    const scopes = encodeURIComponent(`${scope},made:up`);
    const url = `https://open.feishu.cn/page/scope-apply?clientID=${poorApp.id}&scopes=${scopes}`;
    const page = await open(feishu(), url);
    expect(page.html).toContain('View whiteboards');
    expect(await status()).toBe(99991672);
    expect((await press(feishu(), page, 'Add permissions')).html).toContain('All permissions are enabled.');
    expect(await status()).toBe(0);
    expect(feishu().store.app(poorApp.id)?.scopes).toEqual([scope]);
  });

  it('is where the link of a refusal leads', async () => {
    const { json } = await ask(feishu(), picturePath(boardIds.png), { token: poorApp.token });
    const { helps } = json.error as { helps: { url: string }[] };
    await press(feishu(), await open(feishu(), helps[0]?.url ?? ''), 'Add permissions');
    expect(await status()).toBe(0);
  });

  it('has nothing for apps that it does not know', async () => {
    const url = `https://open.larksuite.com/page/scope-apply?clientID=${poorApp.id}&scopes=${scope}`;
    expect((await open(feishu(), url)).status).toBe(404);
  });
});
