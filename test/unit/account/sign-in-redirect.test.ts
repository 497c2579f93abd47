import { beforeEach, describe, expect, it } from 'vitest';
import { beginSignIn, type SignInRequest } from '../../../components/account/sign-in/begin-sign-in';
import { finishRedirect } from '../../../components/account/sign-in/finish-redirect';
import type { SignInDeps } from '../../../components/account/sign-in/sign-in-deps';
import type { ErrorCode } from '../../../components/errors';
import { open, press } from '../../feishu/proof/person';
import { poorApp, redirectUrl, worksApp, worksHosts } from '../../feishu/proof/world';
import { request, progress, useSignIn } from './sign-in-harness';

const { feishu, setUp } = useSignIn();

describe('signing in by redirect', () => {
  async function leave(
    deps: SignInDeps,
    label: string,
    change: Partial<SignInRequest> = {},
  ): Promise<string> {
    await beginSignIn(deps, request({ way: 'redirect', ...change }));
    const page = await open(feishu(), (await progress())?.pageUrl ?? '');
    return (await press(feishu(), page, label)).leftTo;
  }

  it('exchanges the code that comes back', async () => {
    const { deps, store } = setUp();
    await finishRedirect(deps, { url: await leave(deps, 'Authorize') });
    expect(await progress()).toMatchObject({ step: 'done' });
    expect(await store.get('feishu')).toMatchObject({ accountId: 'ou_chen' });
  });

  describe('where the server does not know the endpoint for tokens', () => {
    beforeEach(() => {
      feishu().faults.add({
        match: { path: '/oauth/v3/token' },
        kind: 'status',
        status: 404,
        times: Infinity,
      });
    });

    it('asks a company’s own deployment at the one before, to sign in and to renew', async () => {
      const { deps, store } = setUp();
      const at = { brand: 'company', hosts: worksHosts, app: worksApp } as const;
      await finishRedirect(deps, { url: await leave(deps, 'Authorize', at) });
      expect(await progress()).toMatchObject({ step: 'done' });
      const { token, refreshToken = '' } = (await store.get('company')) ?? {};
      expect((await deps.client.refresh(at, refreshToken)).token).not.toBe(token);
      const again = deps.client.refresh(at, refreshToken);
      await expect(again).rejects.toMatchObject({ code: 'sign-in-again' });
    });

    it('says so at Feishu, and sends what signs in nowhere else', async () => {
      const { deps } = setUp();
      await finishRedirect(deps, { url: await leave(deps, 'Authorize') });
      expect(await progress()).toMatchObject({ step: 'failed', error: { code: 'endpoint-missing' } });
      expect(feishu().requests.map(({ path }) => path)).not.toContain('/open-apis/authen/v2/oauth/token');
    });
  });

  it.each<[string, (url: string) => string, ErrorCode]>([
    ['another state', (url) => url.replace(/state=[^&]+/, 'state=other'), 'sign-in-mismatch'],
    ['no state', (url) => url.replace(/&?state=[^&]+/, ''), 'sign-in-mismatch'],
    ['another address', (url) => url.replace('proof.', 'evil.'), 'sign-in-mismatch'],
    ['what is no address', () => 'nowhere', 'sign-in-mismatch'],
    ['a code that does not exist', (url) => url.replace(/code=[^&]+/, 'code=none'), 'sign-in-code-invalid'],
    ['no code', (url) => url.replace(/code=[^&]+/, 'error=server_error'), 'sign-in-rejected'],
  ])('does not accept %s', async (_, change, code) => {
    const { deps, store } = setUp();
    await finishRedirect(deps, { url: change(await leave(deps, 'Authorize')) });
    expect(await progress()).toMatchObject({ step: 'failed', error: { code } });
    expect(await store.get('feishu')).toBeUndefined();
  });

  it('is told where the user says no, and where the window is closed', async () => {
    const { deps } = setUp();
    await finishRedirect(deps, { url: await leave(deps, 'Deny') });
    expect(await progress()).toMatchObject({ error: { code: 'sign-in-denied' } });
    await beginSignIn(deps, request({ way: 'redirect' }));
    await finishRedirect(deps, { failure: 'sign-in-window-closed' });
    expect(await progress()).toMatchObject({ error: { code: 'sign-in-window-closed' } });
  });

  it('sends the challenge of its verifier, which the server checks', async () => {
    const { deps, attempts } = setUp();
    const url = await leave(deps, 'Authorize');
    const current = await attempts.get();
    if (current) await attempts.save({ ...current, verifier: 'a'.repeat(43) });
    await finishRedirect(deps, { url });
    expect(await progress()).toMatchObject({
      error: { code: 'sign-in-mismatch', details: { apiCode: 20049 } },
    });
  });

  it('leaves a poor app to say what it lacks', async () => {
    const { deps } = setUp();
    await beginSignIn(deps, request({ way: 'redirect', app: poorApp }));
    feishu().store.changeApp(poorApp.id, { redirectUrls: [redirectUrl] });
    const page = await open(feishu(), (await progress())?.pageUrl ?? '');
    expect(page.heading).toContain('20027');
  });
});
