import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAccountStore } from '../../../components/account/account-store';
import { createSealer } from '../../../components/account/sealer';
import { checkAccount } from '../../../components/account/check-account';
import { signInWithToken } from '../../../components/account/sign-in-with-token';
import { parseDocumentAddress } from '../../../components/boards/page-url';
import { createFeishuClient, type FeishuClient } from '../../../components/feishu/client';
import type { Home } from '../../../components/boards/board';
import { findBoards, type FoundBoards } from '../../../components/finding/find-boards';
import { createKnownDocuments } from '../../../components/finding/known-documents';
import { useFeishu } from '../../feishu/proof/started';
import { appDocumentId, documentId, poorApp, secretId, tokens } from '../../feishu/proof/world';
import { createFakeSession } from '../fakes/fake-session';
import { clockOf, loopbackFetch } from '../fakes/loopback-fetch';
import { codeOf } from '../feishu/setup';

const feishu = useFeishu();
const accounts = createAccountStore({ sealer: createSealer(), session: createFakeSession() });
const known = createKnownDocuments();

beforeEach(async () => {
  await known.clear();
  await accounts.remove('feishu');
});

function createClient({ brand }: Home, token: string): FeishuClient {
  const clock = clockOf(feishu());
  return createFeishuClient({
    brand,
    fetch: loopbackFetch(feishu()),
    clock,
    random: () => 0.5,
    getToken: async () => token,
  });
}

async function signIn(pasted: string): Promise<{ client: FeishuClient; accountId: string }> {
  const deps = { store: accounts, createClient, clock: feishu().clock };
  const { accountId, token } = await signInWithToken(deps, { brand: 'feishu', pasted });
  return { accountId, client: createClient({ brand: 'feishu' }, token ?? '') };
}

/** The settled answer for a page that has gone quiet. */
async function find(
  id: string,
  signedIn: Awaited<ReturnType<typeof signIn>>,
): Promise<FoundBoards | undefined> {
  let last: FoundBoards | undefined;
  const address = parseDocumentAddress(`https://acme.feishu.cn/docx/${id}`);
  const describePage = (): Promise<never> => Promise.reject(new Error('gone'));
  const readPageModel = describePage;
  const clock = clockOf(feishu());
  for await (last of findBoards({ address, describePage, readPageModel, signedIn, known, clock }));
  return last;
}

describe('a user who signs in with a token', () => {
  it('is known by name, and sees the boards of a document, also offline', async () => {
    const me = await signIn(`Bearer ${tokens.user}`);
    expect(await accounts.get('feishu')).toMatchObject({
      accountId: 'ou_chen',
      name: '陈晓',
      tokenKind: 'user',
    });
    const online = await find(documentId, me);
    expect(online).toMatchObject({ title: '系统设计', documentId, settled: true });
    expect(online?.problem).toBeUndefined();
    expect(online).toMatchObject({ complete: true, boards: { length: 9 } });

    feishu().faults.add({ match: { path: '/open-apis/' }, times: Infinity, kind: 'reset' });
    const offline = await find(documentId, me);
    expect(offline).toMatchObject({
      title: '系统设计',
      complete: false,
      problem: { code: 'network-failed' },
    });
    expect(offline?.boards).toEqual(online?.boards);
  });

  it('hears that a document is not for them', async () => {
    const me = await signIn(tokens.user);
    expect(await find(secretId, me)).toMatchObject({ boards: [], problem: { code: 'document-forbidden' } });
  });

  it.each([
    ['all scopes', tokens.user, ['held', 'held', 'held', 'held']],
    ['some', tokens.narrow, ['missing', 'held', 'missing', 'missing']],
    ['none', poorApp.token, ['missing', 'missing', 'missing', 'missing']],
  ])('hears of %s', async (_, token, states) => {
    const { client } = await signIn(token);
    expect((await checkAccount(client)).map(({ state }) => state)).toEqual(states);
  });

  it.each([
    [tokens.expired, 'token-expired'],
    ['u-nobody', 'token-invalid'],
    ['t-nobody', 'token-invalid'],
    [tokens.lark, 'token-invalid'],
  ])('is not signed in by %s', async (token, code) => {
    expect(await codeOf(signIn(token))).toBe(code);
    expect(await accounts.get('feishu')).toBeUndefined();
  });
});

describe('an app that signs in with its token', () => {
  it('sees the documents that it was added to', async () => {
    const app = await signIn(tokens.app);
    expect(app.accountId).toMatch(/^app-/);
    expect(await find(appDocumentId, app)).toMatchObject({ title: 'With an app', complete: true });
    expect(await find(documentId, app)).toMatchObject({ problem: { code: 'document-forbidden' } });
  });
});
