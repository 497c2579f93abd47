import 'fake-indexeddb/auto';
import { clear, createStore, get, set } from 'idb-keyval';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createAccountStore, type Account } from '../../../components/account/account-store';
import { AppError, type ErrorCode } from '../../../components/errors';

const raw = createStore('board-saver-account', 'accounts');
const account: Account = {
  brand: 'feishu',
  token: 'u-secret',
  tokenKind: 'user',
  accountId: 'ou_1',
  name: '小明',
  signedInAt: 1_700_000_000_000,
};

beforeEach(() => clear(raw));

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
