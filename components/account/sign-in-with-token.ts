import type { Brand } from '../boards/board';
import type { Clock } from '../clock';
import { AppError, toAppError, type ErrorCode } from '../errors';
import type { FeishuClient } from '../feishu/client';
import type { Account, AccountStore } from './account-store';
import { impossibleId } from './impossible-id';
import { parseToken, type ParsedToken } from './parse-token';

/** What signing in asks of the Open API. */
export type SignInClient = Pick<FeishuClient, 'getUserInfo' | 'downloadBoardImage'>;

export interface SignInDeps {
  store: Pick<AccountStore, 'set'>;
  /** A client for one brand that sends the tokens which `getToken` gives. */
  createClient: (brand: Brand, getToken: () => Promise<string>) => SignInClient;
  clock: Pick<Clock, 'now'>;
}

/**
 * Signs in with a token that the user has pasted: it is tried at the brand's own API first, and kept only if
 * it is alive there. Errors: `token-malformed`; whatever the server or the way to it refuses with.
 */
export async function signInWithToken(
  { store, createClient, clock }: SignInDeps,
  { brand, pasted, signal }: { brand: Brand; pasted: string; signal?: AbortSignal | undefined },
): Promise<Account> {
  const parsed = parseToken(pasted);
  const client = createClient(brand, () => Promise.resolve(parsed.token));
  const identity = await (parsed.kind === 'user'
    ? askWho(client, signal)
    : identifyApp(client, parsed, signal));
  if (signal?.aborted) throw new AppError('cancelled');
  const account: Account = {
    brand,
    token: parsed.token,
    tokenKind: parsed.kind,
    ...identity,
    signedInAt: clock.now(),
  };
  await store.set(account);
  return account;
}

type Identity = Pick<Account, 'accountId' | 'name'>;

async function askWho(client: SignInClient, signal: AbortSignal | undefined): Promise<Identity> {
  const { openId, name } = await client.getUserInfo({ signal });
  if (!/^[\w-]{1,128}$/.test(openId)) throw new AppError('response-unreadable');
  return name ? { accountId: openId, name } : { accountId: openId };
}

/** Answers that only a living token gets: the gateway has let the request through, or knows its app. */
const alive: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'app-scope-missing',
  'user-scope-missing',
  'board-missing',
  'board-id-invalid',
  'board-request-invalid',
  'board-forbidden',
  'response-not-image',
]);

/** An app's token names nobody: whether it is alive shows when it asks for a board that does not exist. */
async function identifyApp(
  client: SignInClient,
  { token }: ParsedToken,
  signal: AbortSignal | undefined,
): Promise<Identity> {
  try {
    await client.downloadBoardImage(impossibleId, { signal });
  } catch (thrown) {
    const error = toAppError(thrown);
    if (!alive.has(error.code)) throw error;
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
  const prefix = Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0'));
  return { accountId: `app-${prefix.join('')}` };
}
