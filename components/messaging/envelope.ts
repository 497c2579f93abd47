import { AppError, type ErrorCode, type ErrorData, fromErrorData, toAppError, toErrorData } from '../errors';

/** Who a message is for: `runtime.sendMessage` reaches every context of the extension at once. */
export type Target = 'background' | 'page' | 'offscreen';

/** What travels: a request by name, to one kind of context. */
export interface Envelope {
  target: Target;
  name: string;
  params: unknown;
}

/** What comes back: a value, or why there is none. */
export type Reply = { ok: true; value: unknown } | { ok: false; error: ErrorData };

/** Whether `message` is a request for `target`. Its parameters are still to be parsed. */
export function isEnvelopeFor(target: Target, message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null) return false;
  const { target: to, name } = message as Partial<Envelope>;
  return to === target && typeof name === 'string';
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

/** Runs a handler and wraps what it gives or throws. */
export async function toReply(handle: () => Promise<unknown>): Promise<Reply> {
  try {
    // JSON has no `undefined`, and Chromium drops such a reply: a handler that has nothing to say says null.
    return { ok: true, value: (await handle()) ?? null };
  } catch (thrown) {
    return { ok: false, error: toErrorData(thrown) };
  }
}

/**
 * Delivers a message and unwraps the reply.
 * @param unreachable the error when nobody is there to answer
 * @throws AppError what the other side failed with, or `unreachable`
 */
export async function exchange(deliver: () => Promise<unknown>, unreachable: ErrorCode): Promise<unknown> {
  let reply: unknown;
  try {
    reply = await deliver();
  } catch (thrown) {
    throw toAppError(thrown, unreachable);
  }
  if (!isReply(reply)) throw new AppError(unreachable);
  if (!reply.ok) throw fromErrorData(reply.error);
  return reply.value;
}
