import { AppError, toAppError, type ErrorCode } from '../errors';
import type { FeishuClient } from '../feishu/client';
import type { Account } from './account';
import { impossibleId } from './impossible-id';

/** What finding out whose token it is asks of the Open API. */
export type IdentifyClient = Pick<FeishuClient, 'getUserInfo' | 'downloadBoardImage'>;

/** Who a token stands for. */
export type Identity = Pick<Account, 'accountId' | 'name'>;

/** Asks whose token it is. */
export async function identifyUser(client: IdentifyClient, signal?: AbortSignal): Promise<Identity> {
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
export async function identifyApp(
  client: IdentifyClient,
  token: string,
  signal?: AbortSignal,
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
