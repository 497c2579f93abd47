import * as v from 'valibot';
import { AppError } from '../errors';
import { siteIdShape } from '../shapes';

const pointedBoard = v.object({
  blockId: v.nullable(v.pipe(v.string(), v.regex(siteIdShape))),
});

/**
 * The block id of the board that a page says its context menu was opened over: it lives in the site's process.
 * Errors: `message-invalid`; `board-not-on-page` when it was none.
 */
export function parsePointedBoard(reply: unknown): string {
  const parsed = v.safeParse(pointedBoard, reply);
  if (!parsed.success) throw new AppError('message-invalid');
  if (parsed.output.blockId === null) throw new AppError('board-not-on-page');
  return parsed.output.blockId;
}
