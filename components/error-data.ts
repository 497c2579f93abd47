import * as v from 'valibot';
import { type ErrorCode, isErrorCodeLike } from './errors';

/** An `ErrorData` that comes from a record, perhaps of another version. */
export const errorDataSchema = v.object({
  code: v.custom<ErrorCode>(isErrorCodeLike),
  details: v.optional(
    v.object({
      status: v.optional(v.number()),
      apiCode: v.optional(v.number()),
      logId: v.optional(v.string()),
      scopes: v.optional(v.array(v.string())),
      helpUrl: v.optional(v.string()),
      retryAfterMs: v.optional(v.number()),
    }),
  ),
});
