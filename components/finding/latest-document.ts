import type { Brand } from '../boards/board';
import { parseShownList, shownListKey, shownListKeys } from './shown-lists';

/** A document that had boards when its list was last shown. */
export interface LatestDocument {
  url: string;
  brand: Brand;
  title: string;
}

/** The document whose boards were shown last, other than the one at `exceptUrl`. A storage that fails knows of none. */
export function latestDocument(
  open: () => Storage,
  exceptUrl: string | undefined,
): LatestDocument | undefined {
  try {
    const storage = open();
    const except = exceptUrl && shownListKey(exceptUrl);
    const kept = shownListKeys(storage).flatMap((key) => (key === except ? [] : (read(storage, key) ?? [])));
    return kept.toSorted((one, other) => other.at - one.at)[0];
  } catch {
    return undefined;
  }
}

function read(storage: Storage, key: string): (LatestDocument & { at: number }) | undefined {
  try {
    const kept = parseShownList(storage.getItem(key));
    if (!kept || kept.rows.length === 0) return undefined;
    const { at, brand, title, url } = kept;
    return { at, brand, title, url };
  } catch {
    return undefined; // of another version
  }
}
