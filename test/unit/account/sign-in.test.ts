import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../components/account/account';
import { createAccountStore } from '../../../components/account/account-store';
import { createSealer } from '../../../components/account/sealer';
import { createAttemptStore } from '../../../components/account/sign-in/attempt-store';
import { beginSignIn, type SignInRequest } from '../../../components/account/sign-in/begin-sign-in';
import { finishRedirect } from '../../../components/account/sign-in/finish-redirect';
import { runSignIn } from '../../../components/account/sign-in/run-sign-in';
import type { SignInDeps } from '../../../components/account/sign-in/sign-in-deps';
import { attemptRecords, readSignInProgress } from '../../../components/account/sign-in/sign-in-progress';
import type { Clock } from '../../../components/clock';
import { AppError, type ErrorCode } from '../../../components/errors';
import { createAccountsClient } from '../../../components/feishu/accounts-client';
import { createFeishuClient } from '../../../components/feishu/client';
import { accountsUrl } from '../../../components/feishu/hosts';
import { answerPage } from '../../feishu/proof/sign-in-flows';
import { open, press } from '../../feishu/proof/person';
import { useFeishu } from '../../feishu/proof/started';
import { app, larkApp, poorApp, redirectUrl, worksApp, worksHosts } from '../../feishu/proof/world';
import { createFakeLock } from '../fakes/fake-lock';
import { createFakeSession } from '../fakes/fake-session';
import { clockOf, loopbackFetch } from '../fakes/loopback-fetch';
import { codeOf } from '../feishu/setup';

/** Signing in at the embedded Feishu: what the user does on its pages happens between two questions. */

const feishu = useFeishu();
const board = 'board:whiteboard:node:read';
const session = createFakeSession();

/** Between two polls, the person acts. */
function setUp(person: ((pageUrl: string) => Promise<unknown>)[] = []) {
  const sealer = createSealer();
  const store = createAccountStore({ sealer, session });
  const attempts = createAttemptStore({ sealer });
  const forgotten: Account[] = [];
  const acts = [...person];
  const real = clockOf(feishu());
  const clock: Clock = {
    now: real.now,
    async sleep(ms, signal) {
      const current = await attempts.get();
      // Only the wait of the sign-in itself: the client has waits of its own.
      if (current?.pageUrl && ms === current.intervalMs) await acts.shift()?.(current.pageUrl);
      await real.sleep(ms, signal);
    },
  };
  const fetch = loopbackFetch(feishu());
  const deps: SignInDeps = {
    store,
    attempts,
    client: createAccountsClient({ fetch, clock: real }),
    authorizeUrl: (home, query) => accountsUrl(home, '/open-apis/authen/v1/authorize', query),
    createClient: ({ brand, hosts }, token) =>
      createFeishuClient({
        brand,
        fetch,
        clock: real,
        random: () => 0.5,
        getHosts: async () => hosts,
        getToken: async () => token,
      }),
    forget: async (account) => void forgotten.push(account),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    clock,
    lock: createFakeLock(),
    changed: () => {},
  };
  return { deps, store, attempts, forgotten };
}

type SetUp = ReturnType<typeof setUp>;

function request(change: Partial<SignInRequest> = {}): SignInRequest {
  return {
    way: 'device',
    brand: 'feishu',
    app,
    scopes: [board],
    forget: false,
    newApp: { name: 'Board Saver', description: 'Saves boards.' },
    redirectUri: redirectUrl,
    ...change,
  };
}

const agree = (pageUrl: string) => answerPage(feishu(), pageUrl, 'Authorize');
const create = (pageUrl: string) => answerPage(feishu(), pageUrl, 'Create');
const think = async (): Promise<void> => {};

/** What the user is shown in the end. */
const progress = () => readSignInProgress(attemptRecords());

async function signIn(deps: SignInDeps, asked: SignInRequest): Promise<ErrorCode | 'done' | undefined> {
  await beginSignIn(deps, asked);
  await runSignIn(deps);
  const end = await progress();
  return end?.step === 'failed' ? end.error?.code : end?.step === 'done' ? 'done' : undefined;
}

/** Begins, and ends as a worker does that is stopped when it writes for the `stopAt`th time, counted from 0. */
async function stopAtSave(stopAt: number, { deps, attempts }: SetUp, asked: SignInRequest): Promise<void> {
  let saves = 0;
  const stopped: SignInDeps = {
    ...deps,
    attempts: {
      ...attempts,
      async save(changed) {
        // Nothing that comes after it is written either.
        if (saves++ >= stopAt) throw new Error('stopped');
        return attempts.save(changed);
      },
    },
  };
  await beginSignIn(stopped, asked);
  await expect(runSignIn(stopped)).rejects.toThrow('stopped');
}

/** What comes of it when the next worker takes it up. */
async function goOn({ deps }: SetUp): Promise<ErrorCode | 'done' | undefined> {
  await runSignIn(deps);
  const end = await progress();
  return end?.step === 'done' ? 'done' : end?.error?.code;
}

beforeEach(async () => {
  const { store, attempts } = setUp();
  await Promise.all([
    store.remove('feishu'),
    store.remove('lark'),
    store.remove('company'),
    attempts.clear(),
  ]);
});

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

describe('signing in with an app that is made for it', () => {
  it('asks for the chosen scopes and no more, then signs in with the new app', async () => {
    const { deps, store } = setUp([think, create, agree]);
    expect(await signIn(deps, request({ way: 'create', app: undefined }))).toBe('done');
    const account = await store.get('feishu');
    expect(account).toMatchObject({ accountId: 'ou_chen', refreshToken: expect.any(String) });
    expect(feishu().store.app(account?.app?.id ?? '')?.scopes).toEqual([board, 'offline_access']);
  });

  it('keeps the new app, which it is given once, where the network fails right after it', async () => {
    const { deps, store } = setUp([create, think, agree]);
    let polls = 0;
    let failures = 1;
    const { client } = deps;
    deps.client = {
      ...client,
      async pollRegistration(...asked) {
        const answer = await client.pollRegistration(...asked);
        if (answer.state === 'done' && polls++ > 0) throw new AppError('sign-in-code-invalid');
        return answer;
      },
      async beginDevice(...asked) {
        if (failures-- > 0) throw new AppError('network-failed');
        return client.beginDevice(...asked);
      },
    };
    expect(await signIn(deps, request({ way: 'create', app: undefined }))).toBe('done');
    expect((await store.get('feishu'))?.app?.id).toMatch(/^cli_/);
    expect(failures).toBe(-1);
  });

  it('opens the page that works at Lark', async () => {
    const { deps, store } = setUp([create, agree]);
    expect(await signIn(deps, request({ way: 'create', brand: 'lark', app: undefined }))).toBe('done');
    expect(await store.get('lark')).toMatchObject({ accountId: 'ou_kim' });
  });

  it('goes over to Lark where it turns out that the user is at home there', async () => {
    const { store: world } = feishu();
    world.signIn.loggedIn.feishu = world.user('ou_kim');
    const { deps, store } = setUp([create, think, agree]);
    expect(await signIn(deps, request({ way: 'create', app: undefined }))).toBe('done');
    expect(await store.get('feishu')).toBeUndefined();
    expect(await store.get('lark')).toMatchObject({ accountId: 'ou_kim' });
  });

  it('ends where the company allows no apps', async () => {
    feishu().store.changeTenant('acme', { forbidsNewApps: true });
    const { deps } = setUp([(page) => answerPage(feishu(), page, 'Cancel')]);
    expect(await signIn(deps, request({ way: 'create', app: undefined }))).toBe('sign-in-denied');
  });

  it.each([
    // Whether the server gives an app out twice is not confirmed. If not, it is lost as tokens are, and is said to be.
    ['before it has asked', 0, 'done'],
    ['while it waits', 1, 'done'],
    ['between the app and the disk', 2, 'sign-in-code-invalid'],
    ['between the app and the page for signing in', 3, 'done'],
    ['between the tokens and the disk', 4, 'sign-in-code-invalid'],
    ['between the tokens and the account', 5, 'done'],
  ])('goes on where it was when it is stopped %s', async (_, stopAt, expected) => {
    const act = (page: string) => (page.includes('/device/') ? agree(page) : create(page)).catch(think);
    await stopAtSave(stopAt, setUp([think, think, act, act]), request({ way: 'create', app: undefined }));
    const second = setUp([act, act, act]);
    expect(await goOn(second)).toBe(expected);
    expect((await second.store.get('feishu'))?.accountId).toBe(expected === 'done' ? 'ou_chen' : undefined);
  });

  it('goes on with the same app when the network comes back', async () => {
    feishu().faults.add({ match: { path: '/oauth/v1/device_authorization' }, kind: 'reset', times: 2 });
    const { deps, store } = setUp([create, think, think, agree]);
    expect(await signIn(deps, request({ way: 'create', app: undefined }))).toBe('done');
    expect(await store.get('feishu')).toMatchObject({ accountId: 'ou_chen' });
    expect(feishu().store.signIn.registrations.size).toBe(1);
  });

  it('keeps the app for another try where the second step fails', async () => {
    const { deps } = setUp([create, (page) => answerPage(feishu(), page, 'Deny')]);
    expect(await signIn(deps, request({ way: 'create', app: undefined }))).toBe('sign-in-denied');
    const again = setUp([agree]);
    expect(await signIn(again.deps, request({ app: undefined }))).toBe('done');
  });
});

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
