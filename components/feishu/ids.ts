import { AppError, type ErrorCode } from '../errors';
import { siteIdShape } from '../shapes';

/** The id, ready for a path. Throws `code` if it cannot be one: nothing is asked of the server then. */
export function requireId(id: string, code: ErrorCode): string {
  if (!siteIdShape.test(id)) throw new AppError(code);
  return encodeURIComponent(id);
}
