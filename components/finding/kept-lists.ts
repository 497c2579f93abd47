import { entries } from 'idb-keyval';
import * as v from 'valibot';
import type { DocumentAddress } from '../boards/board';
import { knownDocument, openKnownDocuments } from './known-documents';

/** The lists of one document that are kept from other times, whoever they were given to: how long, and from when. */
export async function keptLists({
  brand,
  kind,
  token,
}: DocumentAddress): Promise<{ boards: number; listedAt: number }[]> {
  const all = await entries<IDBValidKey, unknown>(openKnownDocuments());
  return all.flatMap(([key, record]) => {
    const isOf = typeof key === 'string' && key.startsWith(`${brand}/`) && key.endsWith(`/${kind}/${token}`);
    const parsed = isOf ? v.safeParse(knownDocument, record) : undefined;
    return parsed?.success ? [{ boards: parsed.output.boards.length, listedAt: parsed.output.listedAt }] : [];
  });
}
