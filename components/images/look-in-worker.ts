import { isErrorCode } from '../error-remedies';
import { AppError, type ErrorCode } from '../errors';
import type { Look, LookAtPicture } from './look-at-picture';
import { sniffImageType } from './sniff';

/** What the worker answers to a blob. */
export type LookReply = Look | { error: ErrorCode };

/** The part of a worker that is needed here. */
export type LookWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'removeEventListener'>;

/** A type is told by these first bytes. */
const headBytes = 65_536;

/**
 * Has pictures looked at by a worker, which starts with the first: all pages of an extension share one thread in Chromium,
 * so that a popup would stand still while a picture is drawn small elsewhere. Drawings are looked at here: they need
 * a page. So is everything else where no worker can be had. One at a time: to be called in turn.
 *
 * @param lookHere looks in this page
 */
export function createLookInWorker(lookHere: LookAtPicture, startWorker: () => LookWorker): LookAtPicture {
  let worker: LookWorker | 'broken' | undefined;
  return async (blob) => {
    const head = new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());
    if (worker === 'broken' || sniffImageType(head) === 'image/svg+xml') return lookHere(blob);
    let reply: LookReply;
    try {
      worker ??= startWorker();
      reply = await ask(worker, blob);
    } catch {
      worker = 'broken';
      return lookHere(blob);
    }
    if ('error' in reply) throw new AppError(reply.error);
    return reply;
  };
}

function ask(worker: LookWorker, blob: Blob): Promise<LookReply> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      worker.removeEventListener('message', onMessage);
      worker.removeEventListener('error', onError);
    };
    const onMessage = ({ data }: MessageEvent<unknown>): void => {
      end();
      if (isLookReply(data)) resolve(data);
      else reject(new AppError('unexpected'));
    };
    const onError = (): void => {
      end();
      reject(new AppError('unexpected'));
    };
    worker.addEventListener('message', onMessage);
    worker.addEventListener('error', onError);
    worker.postMessage(blob, []);
  });
}

/** It is our own script of this very version that answers, or something is broken. */
function isLookReply(value: unknown): value is LookReply {
  if (typeof value !== 'object' || value === null) return false;
  if ('error' in value) return isErrorCode(value.error);
  return 'faults' in value && Array.isArray(value.faults) && 'thumbnail' in value;
}
