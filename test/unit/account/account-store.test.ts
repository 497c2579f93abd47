import 'fake-indexeddb/auto';
import { clear, createStore, get, set } from 'idb-keyval';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Account } from '../../../components/account/account';
import { createAccountStore as createStoreWith } from '../../../components/account/account-store';
import { createSealer } from '../../../components/account/sealer';
import { AppError, type ErrorCode } from '../../../components/errors';
import { createFakeSession } from '../fakes/fake-session';

const raw = createStore('board-saver-account', 'accounts');
const account: Account = {
  brand: 'feishu',
  token: 'u-secret',
  tokenKind: 'user',
  accountId: 'ou_1',
  name: '小明',
  signedInAt: 1_700_000_000_000,
};

const session = createFakeSession();
const createAccountStore = () => createStoreWith({ sealer: createSealer(), session });

beforeEach(async () => {
  await clear(raw);
  session.values.clear();
});

describe('createAccountStore', () => {
  it('keeps one account for each brand', async () => {
    const store = createAccountStore();
    const lark: Account = {
      ...account,
      brand: 'lark',
      token: 't-other',
      tokenKind: 'tenant',
      accountId: 'app-1',
    };
    await store.set(account);
    await store.set(lark);
    await store.set({ ...account, name: '小红' });
    expect(await store.get('feishu')).toEqual({ ...account, name: '小红' });
    expect(await store.list()).toEqual([{ ...account, name: '小红' }, lark]);
  });

  it('forgets an account', async () => {
    const store = createAccountStore();
    await store.set(account);
    await store.remove('feishu');
    expect(await store.get('feishu')).toBeUndefined();
    expect(await store.list()).toEqual([]);
  });

  it('keeps nothing in clear, and tells apart what was sealed for another brand', async () => {
    const store = createAccountStore();
    await store.set({ ...account, refreshToken: 'r-secret', app: { id: 'cli_a', secret: 's-secret' } });
    const record = await get<string>('feishu', raw);
    for (const secret of ['u-secret', 'r-secret', 's-secret', '小明', 'cli_a']) {
      expect(JSON.stringify(record)).not.toContain(secret);
    }
    await set('lark', record, raw);
    expect(await store.get('lark')).toBeUndefined();
  });

  it('opens what another context of the same profile has sealed', async () => {
    const [one, other] = [createAccountStore(), createAccountStore()];
    await Promise.all([
      one.set(account),
      other.set({ ...account, brand: 'lark', accountId: 'ou_2', token: 'u-lark' }),
    ]);
    expect(await other.get('feishu')).toEqual(account);
    expect(await one.get('lark')).toMatchObject({ token: 'u-lark' });
  });

  it('reads once for many who ask at once, and never tells what was there before a change', async () => {
    const store = createAccountStore();
    await store.set(account);
    session.reads = 0;
    const early = Array.from({ length: 50 }, () => store.get('feishu'));
    const changed = createAccountStore().set({ ...account, token: 'u-new' });
    await Promise.all(early);
    expect(session.reads).toBeLessThanOrEqual(2);
    const underWay = store.get('feishu');
    await changed;
    expect((await store.get('feishu'))?.token).toBe('u-new');
    await underWay;
  });

  it('keeps who was signed in before accounts were sealed, and seals it', async () => {
    await set('feishu', account, raw);
    expect(await createAccountStore().get('feishu')).toEqual(account);
    expect(JSON.stringify(await get('feishu', raw))).not.toContain('u-secret');
    expect(await createAccountStore().get('feishu')).toEqual(account);
  });

  it('keeps what is to be forgotten out of the database, and in one place only', async () => {
    const store = createAccountStore();
    await store.set(account);
    await store.set({ ...account, forget: true });
    expect(await get('feishu', raw)).toBeUndefined();
    expect([...session.values.values()].join()).not.toContain('u-secret');
    expect(await store.list()).toEqual([{ ...account, forget: true }]);
    await store.set({ ...account, forget: false });
    expect(session.values.size).toBe(0);
    expect(await store.get('feishu')).toEqual({ ...account, forget: false });
    await store.set({ ...account, forget: true });
    session.values.clear(); // the browser was closed
    expect(await store.get('feishu')).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['text', 'u-secret'],
    ['an account without a token', { ...account, token: '' }],
    ['an account of the other brand', { ...account, brand: 'lark' }],
    ['an account id that is no part of a key', { ...account, accountId: 'a/b' }],
  ])('takes %s for signed out, and removes it', async (_, record) => {
    const store = createAccountStore();
    await set('feishu', record, raw);
    expect(await store.get('feishu')).toBeUndefined();
    expect(await get('feishu', raw)).toBeUndefined();
    await set('feishu', record, raw);
    expect(await store.list()).toEqual([]);
    expect(await get('feishu', raw)).toBeUndefined();
  });

  it.each<[string, ErrorCode]>([
    ['QuotaExceededError', 'storage-full'],
    ['InvalidStateError', 'storage-failed'],
  ])('says of a %s that it is %s', async (name, code) => {
    const store = createAccountStore();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', name);
    });
    await expect(store.set(account)).rejects.toThrow(new AppError(code));
  });
});
