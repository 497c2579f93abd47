import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { AppError } from '../errors';
import { handle } from './handle';
import { isFromExtension } from './is-from-extension';
import {
  type BackgroundParams,
  type BackgroundReplies,
  type BackgroundRequest,
  backgroundRequests,
} from './protocol';

/** Where a request came from: `tabId` is set for content scripts. */
export interface Asker {
  tabId: number | undefined;
}

export type BackgroundHandlers = {
  [Name in BackgroundRequest]: (
    params: BackgroundParams<Name>,
    asker: Asker,
  ) => Promise<BackgroundReplies[Name]>;
};

function isBackgroundRequest(name: string): name is BackgroundRequest {
  return Object.hasOwn(backgroundRequests, name);
}

/** Answers every request to the background: parses the parameters, and refuses who may not ask. */
export function handleInBackground(handlers: BackgroundHandlers): () => void {
  const answer = async <Name extends BackgroundRequest>(
    name: Name,
    params: unknown,
    sender: Runtime.MessageSender,
  ): Promise<unknown> => {
    const request = backgroundRequests[name];
    if (request.from === 'extension' && !isFromExtension(sender)) throw new AppError('message-invalid');
    // Chromium's JSON turns a missing value into null on the way.
    const parsed = v.safeParse<v.GenericSchema>(request.params, params ?? undefined);
    if (!parsed.success) throw new AppError('message-invalid');
    return handlers[name](parsed.output as BackgroundParams<Name>, { tabId: sender.tab?.id });
  };
  return handle('background', (name, params, sender) => {
    if (!isBackgroundRequest(name)) throw new AppError('message-invalid');
    return answer(name, params, sender);
  });
}
