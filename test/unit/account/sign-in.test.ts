import { describe, expect, it } from 'vitest';
import { beginSignIn, type SignInRequest } from '../../../components/account/sign-in/begin-sign-in';
import type { ErrorCode } from '../../../components/errors';
import { answerPage } from '../../feishu/proof/sign-in-flows';
import { app, larkApp, worksApp, worksHosts } from '../../feishu/proof/world';
import { codeOf } from '../feishu/setup';
import { board, request, think, signIn, stopAtSave, goOn, useSignIn } from './sign-in-harness';

const { feishu, setUp, agree, create } = useSignIn();

describe('signing in with an own app on another page', () => {
  it('waits until the user agrees, and makes an account that renews itself', async () => {
    const { deps, store } = setUp([think, think, agree]);
    expect(await signIn(deps, request())).toBe('done');
    expect(await store.get('feishu')).toMatchObject({
      accountId: 'ou_chen',
      name: '陈晓',
      tokenKind: 'user',
      scopes: [board, 'offline_access'],
      refreshToken: expect.any(String),
      expiresAt: expect.any(Number),
      app,
    });
  });

  it('works at Lark', async () => {
    const { deps, store } = setUp([agree]);
    expect(await signIn(deps, request({ brand: 'lark', app: larkApp }))).toBe('done');
    expect(await store.get('lark')).toMatchObject({ accountId: 'ou_kim' });
  });

  it('keeps no secret of it when it is over', async () => {
    const { deps, attempts } = setUp([agree]);
    await signIn(deps, request());
    expect(JSON.stringify(await attempts.get())).not.toContain(app.secret);
    expect(Object.keys((await attempts.get()) ?? {})).not.toContain('grant');
  });

  it.each<[string, Partial<SignInRequest>, ErrorCode]>([
    ['a wrong secret', { app: { ...app, secret: 'wrong' } }, 'app-secret-wrong'],
    ['an app of the other brand', { app: larkApp }, 'app-missing'],
    ['what is no app', { app: { id: '你好', secret: '' } }, 'app-credentials-malformed'],
    ['no app at all', { app: undefined }, 'app-credentials-malformed'],
    ['a scope that nobody knows', { scopes: ['no:such:scope'] }, 'app-scope-missing'],
  ])('ends at once with %s', async (_, change, code) => {
    const { deps } = setUp();
    expect(await codeOf(beginSignIn(deps, request(change)))).toBe(code);
  });

  it.each<[string, (pageUrl: string) => unknown, ErrorCode]>([
    ['says no', (page) => answerPage(feishu(), page, 'Deny'), 'sign-in-denied'],
    ['lets the time pass', () => feishu().clock.advance(240_000), 'sign-in-expired'],
    [
      'is not among the app’s users',
      (page) => {
        feishu().store.changeApp(app.id, { availableTo: ['ou_li'] });
        return agree(page);
      },
      'app-not-for-user',
    ],
    [
      'is suspended',
      (page) => {
        feishu().store.changeUser('ou_chen', { state: 'frozen' });
        return agree(page);
      },
      'user-inactive',
    ],
    [
      'has an app that is not installed',
      (page) => {
        feishu().store.changeApp(app.id, { installed: false });
        return agree(page);
      },
      'app-not-installed',
    ],
  ])('fails where the user %s, and signs nobody in', async (_, act, code) => {
    const { deps, store } = setUp([async (page) => void (await act(page))]);
    expect(await signIn(deps, request())).toBe(code);
    expect(await store.get('feishu')).toBeUndefined();
  });

  it('goes on when the network comes back', async () => {
    const { deps } = setUp([
      async () => feishu().faults.add({ match: { path: '/oauth/v3/token' }, kind: 'reset', times: 2 }),
      think,
      agree,
    ]);
    expect(await signIn(deps, request())).toBe('done');
  });

  it.each([
    // What the server has given once and what is not yet on disk is lost, and is said to be.
    ['before it has asked', 0, 'done'],
    ['while it waits', 1, 'done'],
    ['between the tokens and the disk', 2, 'sign-in-code-invalid'],
    ['between the tokens and the account', 3, 'done'],
  ])('goes on where it was when it is stopped %s', async (_, stopAt, expected) => {
    const first = setUp([think, think, agree]);
    await stopAtSave(stopAt, first, request());
    // The page says that its link has expired where the user has agreed already.
    const second = setUp([(page) => agree(page).catch(think)]);
    expect(await goOn(second)).toBe(expected);
    expect((await second.store.get('feishu'))?.accountId).toBe(expected === 'done' ? 'ou_chen' : undefined);
  });

  it('stops for a sign-in that begins after it, and goes on with that one', async () => {
    const { deps, store } = setUp([
      async () => beginSignIn(deps, request({ brand: 'lark', app: larkApp })),
      agree,
    ]);
    expect(await signIn(deps, request())).toBe('done');
    expect(await store.get('feishu')).toBeUndefined();
    expect(await store.get('lark')).toMatchObject({ accountId: 'ou_kim' });
  });

  it('ends when it is cancelled', async () => {
    const { deps, attempts, store } = setUp([think, async () => attempts.clear(), agree]);
    expect(await signIn(deps, request())).toBeUndefined();
    expect(await store.list()).toEqual([]);
    expect(feishu().requests.filter(({ path }) => path === '/oauth/v3/token')).toHaveLength(1);
  });

  it('forgets what was kept for somebody else, and not what is the same person’s', async () => {
    const { deps, store, forgotten } = setUp([agree, agree, agree]);
    await signIn(deps, request());
    await signIn(deps, request({ app: undefined }));
    expect(forgotten).toEqual([]);
    feishu().store.signIn.loggedIn.feishu = feishu().store.user('ou_li');
    await signIn(deps, request());
    expect(await store.get('feishu')).toMatchObject({ accountId: 'ou_li' });
    expect(forgotten).toMatchObject([{ accountId: 'ou_chen' }]);
  });
});

describe('signing in at a company’s own deployment', () => {
  const works = { brand: 'company', hosts: worksHosts, app: worksApp } as const;
  const hostsAsked = () => new Set(feishu().requests.map(({ host }) => host));

  it.each([
    ['device', [agree]],
    ['create', [create, agree]],
  ] as const)('asks nobody but its hosts, which lie with the account: %s', async (way, person) => {
    const { deps, store } = setUp([...person]);
    expect(await signIn(deps, request({ ...works, way }))).toBe('done');
    expect(await store.get('company')).toMatchObject({ accountId: 'ou_sato', hosts: worksHosts });
    expect(hostsAsked()).toEqual(new Set(Object.values(worksHosts)));
  });

  it('comes to nothing where nobody has named its hosts', async () => {
    const { deps } = setUp();
    expect(await codeOf(beginSignIn(deps, request({ ...works, hosts: undefined })))).toBe(
      'company-hosts-missing',
    );
    expect(feishu().requests).toEqual([]);
  });

  it('does not take an app of Feishu’s', async () => {
    const { deps } = setUp();
    expect(await codeOf(beginSignIn(deps, request({ ...works, app })))).toBe('app-missing');
  });
});
