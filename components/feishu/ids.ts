import { AppError, type ErrorCode } from '../errors';

/** Letters, digits, `-` and `_`: what ids of boards, documents, blocks, nodes and spaces are made of. */
const idShape = /^[A-Za-z0-9_-]{1,64}$/;

/** The id, ready for a path. Throws `code` if it cannot be one: nothing is asked of the server then. */
export function requireId(id: string, code: ErrorCode): string {
  if (!idShape.test(id)) throw new AppError(code);
  return encodeURIComponent(id);
}
