import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { AppError } from '../errors';
import { type Envelope, exchange } from './envelope';
import type { PageRequests } from './protocol';

const blockId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** A content script lives in the page's process: what it says is parsed like anything from outside. */
const pageReplies = {
  'page/describe': v.object({
    url: v.pipe(v.string(), v.maxLength(8192)),
    title: v.pipe(v.string(), v.maxLength(4096)),
    mountedBlockIds: v.pipe(v.array(blockId), v.maxLength(10_000)),
  }),
  'page/pointed-board': v.object({ blockId: v.nullable(blockId) }),
  'page/copy-board': v.null(),
  'page/notice': v.null(),
} as const satisfies { [Name in keyof PageRequests]: v.GenericSchema<unknown, PageRequests[Name]['reply']> };

/**
 * Asks the content script of a tab's top frame.
 * @throws AppError `page-unreachable` when the tab has none: not a document, or open since before the
 * extension was installed; `message-invalid` when the reply is not what it should be
 */
export async function sendToPage<Name extends keyof PageRequests>(
  tabId: number,
  name: Name,
  params: PageRequests[Name]['params'],
): Promise<PageRequests[Name]['reply']> {
  const envelope: Envelope = { target: 'page', name, params };
  const value = await exchange(
    () => browser.tabs.sendMessage(tabId, envelope, { frameId: 0 }),
    'page-unreachable',
  );
  const parsed = v.safeParse(pageReplies[name], value);
  if (!parsed.success) throw new AppError('message-invalid');
  return parsed.output as PageRequests[Name]['reply'];
}
