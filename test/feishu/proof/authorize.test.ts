import { describe, expect, it } from 'vitest';
import { ask } from './ask';
import { open, press } from './person';
import * as flows from './sign-in-flows';
import { useFeishu } from './started';
import { app, redirectUrl } from './world';

const feishu = useFeishu();
const show = (more: flows.Form = {}) => open(feishu(), flows.authorizeUrl(more));

describe('the authorize page', () => {
  it('names the app, the user and the permissions, and comes back with a code and the state', async () => {
    const page = await show();
    expect([page.status, page.heading]).toEqual([200, 'Authorize Proof']);
    for (const text of ['陈晓', 'View whiteboards', 'docx:document:readonly'])
      expect(page.html).toContain(text);
    const { leftTo } = await press(feishu(), page, 'Authorize');
    expect(leftTo.startsWith(`${redirectUrl}?code=`)).toBe(true);
    expect(new URL(leftTo).searchParams.get('state')).toBe('state-1');
  });

  it('comes back with access_denied when the user does not want to', async () => {
    const { leftTo } = await press(feishu(), await show(), 'Deny');
    expect(leftTo).toBe(`${redirectUrl}?error=access_denied&state=state-1`);
  });

  it('is skipped by those who granted it all before, unless consent is asked for', async () => {
    await flows.takeCode(feishu());
    expect((await show()).heading).toBe('Authorize Proof');
    const url = flows.authorizeUrl().replace('&prompt=consent', '');
    expect((await open(feishu(), url)).leftTo).toMatch(/\?code=/);
    const more = url.replace('offline_access', 'offline_access+wiki%3Anode%3Aread');
    expect((await open(feishu(), more)).heading).toBe('Authorize Proof');
  });

  it('says 20029 for a redirect URL that is not registered to the letter', async () => {
    const slashless = redirectUrl.slice(0, -1);
    const page = await show({ redirect_uri: slashless });
    expect([page.leftTo, page.heading]).toEqual(['', 'Error code: 20029']);
    const settings = await open(feishu(), `https://open.feishu.cn/app/${app.id}/safe`);
    await press(feishu(), settings, 'Add', { redirect_url: slashless });
    expect((await show({ redirect_uri: slashless })).heading).toBe('Authorize Proof');
  });

  it('says 20027 for a scope that the app has not enabled', async () => {
    for (const scope of ['wiki:wiki', 'board:whiteboard:node:read,offline_access']) {
      expect((await show({ scope })).heading).toBe('Error code: 20027');
    }
  });

  it('has a page for other things that are asked wrongly', async () => {
    const scope = Array.from({ length: 51 }, () => 'offline_access').join(' ');
    const wrong: flows.Form[] = [{ client_id: 'cli_nobody' }, { response_type: 'token' }, { scope }];
    const pages = await Promise.all(wrong.map(show));
    expect(pages.map(({ heading }) => heading)).toEqual([
      'Error code: 20048',
      'Error code: 20001',
      'Error code: 20063',
    ]);
  });

  it('lets somebody log in first who is not, and sends them back', async () => {
    feishu().store.signIn.loggedIn.feishu = undefined;
    const login = await show();
    expect(login.heading).toBe('Log in');
    const page = await press(feishu(), login, 'Continue as 李雷');
    expect(page.heading).toBe('Authorize Proof');
    expect(page.html).toContain('Logged in as <bdi>李雷</bdi>');
  });

  it('needs no script, allows none from elsewhere, and answers no other origin', async () => {
    const { pathname, search } = new URL(flows.authorizeUrl());
    const { headers, bytes } = await ask(feishu(), pathname + search, {
      host: 'accounts.feishu.cn',
      headers: { origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' },
    });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(bytes.toString()).not.toContain('<script');
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(headers['x-tt-logid']).toMatch(/^\d{14}[0-9A-F]{18}$/);
    const styles = await ask(feishu(), '/__assets__/sign-in.css', { host: 'accounts.feishu.cn' });
    expect([styles.status, styles.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
  });
});
