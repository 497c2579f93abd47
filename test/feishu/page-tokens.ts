import { makeId } from './ids';

export interface Page<T> {
  items: T[];
  has_more: boolean;
  /** Only where there is more. */
  page_token?: string;
}

/**
 * Cuts one page out of a list.
 * @param subject what is listed: a token of one list is no good for another.
 * @returns undefined for a page token that this list never gave.
 */
export function cutPage<T>(
  items: readonly T[],
  subject: string,
  page: { size: number; token: string | null },
): Page<T> | undefined {
  const start = page.token ? readToken(subject, page.token) : 0;
  if (start === undefined || start > items.length) return undefined;
  const end = start + page.size;
  const more = end < items.length;
  return {
    items: items.slice(start, end),
    has_more: more,
    ...(more && { page_token: writeToken(subject, end) }),
  };
}

function writeToken(subject: string, offset: number): string {
  return Buffer.from(`${offset}.${makeId([subject, offset], 16)}`).toString('base64url');
}

function readToken(subject: string, token: string): number | undefined {
  const offset = Number.parseInt(Buffer.from(token, 'base64url').toString(), 10);
  return writeToken(subject, offset) === token ? offset : undefined;
}

/** @returns undefined if the size is no whole number from 1 to `maximum`. */
export function readPageSize(query: URLSearchParams, standard: number, maximum: number): number | undefined {
  const text = query.get('page_size');
  if (text === null || text === '') return standard;
  const size = Number(text);
  return Number.isInteger(size) && size >= 1 && size <= maximum ? size : undefined;
}
