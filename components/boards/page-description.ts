import * as v from 'valibot';
import { AppError } from '../errors';
import { siteIdShape } from '../shapes';
import type { PageDescription } from './board';
import { cleanTitle } from './clean-title';

/** More boards than can be mounted at once: the editor keeps some dozens of blocks. */
const mostMounted = 2000;
const longestTitle = 1000;

const pageDescription = v.object({
  url: v.pipe(v.string(), v.maxLength(10_000)),
  title: v.string(),
  mountedBlockIds: v.pipe(v.array(v.pipe(v.string(), v.regex(siteIdShape))), v.maxLength(mostMounted)),
  isLeft: v.optional(v.boolean(), false),
});

/** What a page says of itself, checked: it lives in the site's process. Errors: `message-invalid`. */
export function parsePageDescription(reply: unknown): PageDescription {
  const parsed = v.safeParse(pageDescription, reply);
  if (!parsed.success) throw new AppError('message-invalid');
  const { title, mountedBlockIds, url, isLeft } = parsed.output;
  return {
    url,
    title: cleanTitle(title.slice(0, longestTitle)),
    mountedBlockIds: [...new Set(mountedBlockIds)],
    isLeft,
  };
}
