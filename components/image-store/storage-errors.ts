import { AppError } from '../errors';

/** Whether the disk, or our share of it, is full. */
export function isQuotaExceeded(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'QuotaExceededError';
}

/** Any failure of IndexedDB as one of ours: `storage-full` or `storage-failed`. */
function toStorageError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError(isQuotaExceeded(thrown) ? 'storage-full' : 'storage-failed', {}, { cause: thrown });
}

/** Runs `work`; what it throws becomes `storage-full` or `storage-failed`. */
export async function withStorageErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    throw toStorageError(thrown);
  }
}
