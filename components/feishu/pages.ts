import { AppError } from '../errors';

/** One page of a listing, as the API hands it out. */
export interface ListingPage<T> {
  items: T[];
  has_more: boolean;
  page_token: string;
}

/** More pages than any listing has; a server that goes on is going round in circles. */
const maxPages = 4000;

/**
 * The pages of a listing, in order. Pages can be empty although more follow (what the user may not see is
 * taken out after the page was cut); those are passed over.
 * Errors: whatever `load` throws; `list-cut-short` if the listing cannot be followed to its end.
 */
export async function* walkPages<T>(
  load: (pageToken: string | undefined) => Promise<ListingPage<T>>,
): AsyncGenerator<T[], void, undefined> {
  const seen = new Set<string>();
  let pageToken: string | undefined;
  for (;;) {
    const page = await load(pageToken);
    if (page.items.length > 0) yield page.items;
    if (!page.has_more) return;
    pageToken = page.page_token;
    if (!pageToken || seen.has(pageToken) || seen.size >= maxPages) throw new AppError('list-cut-short');
    seen.add(pageToken);
  }
}
