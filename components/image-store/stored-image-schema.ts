import * as v from 'valibot';
import { type ErrorCode, isErrorCodeLike } from '../errors';
import type { PictureNote } from '../images/converted-picture';
import type { PictureFault } from '../images/quality';
import type { StoredImage } from './stored-image';

const size = v.pipe(v.number(), v.integer(), v.minValue(0));
const error = v.custom<ErrorCode>(isErrorCodeLike);
/** In ms since the epoch. */
const time = size;

/** Which ones there are, those know who put them in words: what they do not know, another version has written. */
const isText = (value: unknown): boolean => typeof value === 'string';

const schema = v.object({
  key: v.string(),
  whiteboardId: v.string(),
  type: v.picklist(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml']),
  bytes: size,
  width: size,
  height: size,
  fetchedAt: time,
  usedAt: time,
  checksums: v.optional(v.object({ crc32: size, sha256: v.string() })),
  faults: v.optional(v.array(v.custom<PictureFault>(isText))),
  thumbnailBytes: v.optional(size),
  writing: v.optional(v.union([v.object({ text: v.string() }), v.object({ error })])),
  made: v.optional(
    v.object({
      source: v.picklist(['served', 'vector']),
      preview: v.boolean(),
      notes: v.array(v.custom<PictureNote>(isText)),
      withoutVector: v.optional(error),
    }),
  ),
});

/** A record as it came out of the database, which an older version or a broken disk may have written. */
export function parseStoredImage(record: unknown): StoredImage | undefined {
  const parsed = v.safeParse(schema, record);
  return parsed.success ? parsed.output : undefined;
}
