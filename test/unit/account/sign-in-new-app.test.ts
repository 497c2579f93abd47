import { describe, expect, it } from 'vitest';
import { answerPage } from '../../feishu/proof/sign-in-flows';
import { board, request, think, signIn, stopAtSave, goOn, useSignIn } from './sign-in-harness';

const { feishu, setUp, agree, create } = useSignIn();

describe('signing in with an app that is made for it', () => {
  it('asks for the chosen scopes and no more, then signs in with the new app', async () => {
    const { deps, store } = setUp([think, create, agree]);
    expect(await signIn(deps, request({ way: 'create', app: undefined }))).toBe('done');
    const account = await store.get('feishu');
    expect(account).toMatchObject({ accountId: 'ou_chen', refreshToken: expect.any(String) });
    expect(feishu().store.app(account?.app?.id ?? '')?.scopes).toEqual([board, 'offline_access']);
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
