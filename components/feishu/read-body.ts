import { AppError } from '../errors';

/** The largest body that is read, in bytes. */
export const maxBodyBytes = 100_000_000;

/** Bodies that are announced as no larger than this are put together as they come, and lie in memory once. */
const maxWholeBytes = 8_000_000;

/** The body's bytes, in one piece where its length was announced, else in those in which they came. */
export type Bytes = Uint8Array<ArrayBuffer>[];

/**
 * Reads a body to its end. `onChunk` is called for each piece. When `signal` aborts, reading ends.
 * Errors: `response-too-large` (before reading, where the length is announced), `response-cut-short`.
 */
export async function readBody(response: Response, signal: AbortSignal, onChunk: () => void): Promise<Bytes> {
  const { status } = response;
  const announced = Number(response.headers.get('content-length') ?? 0);
  const reader = response.body?.getReader();
  const stop = (): void => void reader?.cancel().catch(() => undefined);
  const isPacked = response.headers.has('content-encoding');
  const whole = isPacked || announced > maxWholeBytes ? undefined : new Uint8Array(announced);
  const chunks: Bytes = [];
  let received = 0;
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (announced > maxBodyBytes) throw new AppError('response-too-large', { status });
    for (;;) {
      const piece = await reader?.read();
      if (!piece || piece.done) break;
      onChunk();
      const at = received;
      received += piece.value.byteLength;
      if (received > maxBodyBytes) throw new AppError('response-too-large', { status });
      if (whole && received <= announced) whole.set(piece.value, at);
      else chunks.push(piece.value);
    }
  } catch (thrown) {
    stop();
    throw thrown instanceof AppError
      ? thrown
      : new AppError('response-cut-short', { status }, { cause: thrown });
  } finally {
    signal.removeEventListener('abort', stop);
  }
  // With a content encoding the announced length is that of the packed body.
  if (received < announced && !isPacked) {
    throw new AppError('response-cut-short', { status });
  }
  return whole && announced > 0 ? [whole, ...chunks] : chunks;
}
