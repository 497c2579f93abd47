import { useCallback, useEffect, useState } from 'preact/hooks';
import { toErrorData, type ErrorData } from '../../errors';
import type { StoredImage } from '../../image-store/stored-image';
import type { BoardRow } from '../../messaging/protocol';
import { usePopup } from './popup-context';

/** What a row shows of its board's picture. */
export interface Picture {
  /** Object URL of the thumbnail. */
  url?: string | undefined;
  /** What is known of the picture in the store. */
  image?: StoredImage | undefined;
  isLoading: boolean;
  /** Why there is no picture. */
  error?: ErrorData | undefined;
  /** Tries again. */
  retry(): void;
}

/**
 * The picture of a row: out of the store, else fetched, as soon as the row is seen. `mayFetch` is false where
 * every request would fail for the same reason, which the list itself has already named.
 */
export function usePicture(row: BoardRow, isSeen: boolean, mayFetch: boolean): Picture {
  const { deps, limit } = usePopup();
  const { blockId } = row.board;
  const [fetched, setFetched] = useState<StoredImage>();
  const [blob, setBlob] = useState<Blob>();
  const [error, setError] = useState<ErrorData>();
  const [isLoading, setLoading] = useState(false);
  const [attempt, setAttempt] = useState(0);

  const image = newest(row.stored, fetched);
  const version = image && `${image.key} ${image.fetchedAt}`;

  useEffect(() => {
    if (!isSeen) return undefined;
    const leaving = new AbortController();
    const load = async (): Promise<void> => {
      const known = image && (await deps.readThumbnail(image));
      if (known || !mayFetch) return show(known);
      setLoading(true);
      const reply = await limit(
        () => deps.send('board/fetch', { tabId: deps.tabId, blockId }),
        leaving.signal,
      );
      const thumbnail = await deps.readThumbnail(reply.image);
      if (!leaving.signal.aborted) setFetched(reply.image);
      show(thumbnail);
    };
    const show = (thumbnail: Blob | undefined): void => {
      if (leaving.signal.aborted) return;
      setLoading(false);
      if (thumbnail) setBlob(thumbnail);
    };
    const fail = (thrown: unknown): void => {
      if (leaving.signal.aborted) return;
      setLoading(false);
      setError(toErrorData(thrown));
    };
    setError(undefined);
    load().catch(fail);
    return () => leaving.abort();
    // A new object for the same picture is no reason to read it again: `version` says when it is another.
  }, [deps, limit, blockId, version, isSeen, mayFetch, attempt]);

  const retry = useCallback(() => setAttempt((last) => last + 1), []);
  return { url: useObjectUrl(blob), image, isLoading, error, retry };
}

function newest(one: StoredImage | undefined, other: StoredImage | undefined): StoredImage | undefined {
  if (!one || !other) return one ?? other;
  return one.fetchedAt >= other.fetchedAt ? one : other;
}

/** An object URL that lives as long as the blob is shown. */
function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
