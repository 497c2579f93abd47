import { AppError, toAppError } from '../errors';
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

/** What only a living token hears: the gateway looks at its scopes, or lets the request through. */
function provesLife({ code, details: { apiCode } }: AppError): boolean {
  if (code === 'app-scope-missing' || code === 'user-scope-missing') return true;
  if (apiCode === undefined || code === 'board-auth-failed') return false;
  // The gateway's own codes are about tokens, apps and limits, those that we do not know as well.
  return apiCode < 99_991_000 || apiCode > 99_991_999;
}

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
    if (!provesLife(error)) throw error;
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
  const prefix = Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0'));
  return { accountId: `app-${prefix.join('')}` };
}
