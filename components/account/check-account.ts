import { toAppError, toErrorData, type ErrorCode } from '../errors';
import type { CallOptions, FeishuClient } from '../feishu/client';
import type { ScopeStatus } from '../messaging/account-replies';
import { impossibleId } from './impossible-id';

/** What the check asks of the Open API. */
export type CheckClient = Pick<
  FeishuClient,
  'downloadBoardImage' | 'getDocument' | 'getWikiNode' | 'listWikiChildren'
>;

/** Each scope that this product can use, and a call that only it allows. */
const probes: readonly [string, (client: CheckClient, options: CallOptions) => Promise<unknown>][] = [
  ['board:whiteboard:node:read', (client, options) => client.downloadBoardImage(impossibleId, options)],
  ['docx:document:readonly', (client, options) => client.getDocument(impossibleId, options)],
  ['wiki:node:read', (client, options) => client.getWikiNode(impossibleId, options)],
  ['wiki:node:retrieve', (client, options) => firstOf(client.listWikiChildren('0', undefined, options))],
];

async function firstOf(pages: AsyncIterable<unknown>): Promise<void> {
  await pages[Symbol.asyncIterator]().next();
}

/** What only somebody hears who may ask: the thing that was asked for does not exist, or is not theirs. */
const heldCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'board-id-invalid',
  'board-request-invalid',
  'board-missing',
  'board-forbidden',
  'response-not-image',
  'document-id-invalid',
  'document-missing',
  'document-deleted',
  'document-forbidden',
  'wiki-node-invalid',
  'wiki-node-missing',
  'wiki-node-forbidden',
]);

/**
 * Which scopes the signed-in identity holds, found out by asking each endpoint for something that does not
 * exist: the gateway looks at scopes first. No scope lets an app read its own scopes.
 * Never rejects but with `cancelled`: what could not be found out is `unknown`, with the reason.
 */
export async function checkAccount(client: CheckClient, options: CallOptions = {}): Promise<ScopeStatus[]> {
  return Promise.all(
    probes.map(async ([scope, probe]): Promise<ScopeStatus> => {
      try {
        await probe(client, options);
        return { scope, state: 'held' };
      } catch (thrown) {
        const { code, details } = toAppError(thrown);
        if (options.signal?.aborted) throw thrown;
        if (heldCodes.has(code)) return { scope, state: 'held' };
        if (code === 'app-scope-missing' || code === 'user-scope-missing') {
          return { scope, state: 'missing', helpUrl: details.helpUrl, error: { code, details } };
        }
        return { scope, state: 'unknown', error: toErrorData(thrown) };
      }
    }),
  );
}
