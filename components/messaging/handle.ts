import browser, { type Runtime } from 'webextension-polyfill';
import { AppError } from '../errors';
import { isEnvelopeFor, type Target, toReply } from './envelope';
import { isFromExtension } from './is-from-extension';

/**
 * Answers the requests for one kind of context.
 * @param answer gives the reply's value, or throws an AppError
 * @returns a function that stops answering
 */
export function handle(
  target: Target,
  answer: (name: string, params: unknown, sender: Runtime.MessageSender) => Promise<unknown>,
): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined => {
    if (sender.id !== browser.runtime.id || !isEnvelopeFor(target, message)) return undefined;
    return toReply(() => answer(message.name, message.params, sender));
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** The handlers of a context whose requests come from our own background and pages, which are believed. */
export type TrustedHandlers<Requests extends Record<keyof Requests, { params: unknown; reply: unknown }>> = {
  [Name in keyof Requests]: (params: Requests[Name]['params']) => Promise<Requests[Name]['reply']>;
};

/**
 * Answers requests of our own background and pages in a content script or in the offscreen document, which hears the
 * content scripts of all pages as well.
 *
 * @param around what is done around each answer
 */
export function handleTrusted<Requests extends Record<keyof Requests, { params: unknown; reply: unknown }>>(
  target: Exclude<Target, 'background'>,
  handlers: TrustedHandlers<Requests>,
  around: (answer: () => Promise<unknown>) => Promise<unknown> = (answer) => answer(),
): () => void {
  return handle(target, (name, params, sender) => {
    if (!isFromExtension(sender) || !Object.hasOwn(handlers, name)) throw new AppError('message-invalid');
    const handler = handlers[name as keyof Requests];
    return around(() => handler(params));
  });
}
