import { clear, createStore, delMany, entries, get, keys, set } from 'idb-keyval';
import * as v from 'valibot';
import type { Brand, DocumentAddress } from '../boards/board';

export const knownDocument = v.object({
  documentId: v.string(),
  title: v.string(),
  boards: v.array(
    v.object({
      blockId: v.string(),
      whiteboardId: v.optional(v.string()),
      caption: v.optional(v.string()),
      heading: v.optional(v.string()),
      inCopy: v.optional(v.string()),
      number: v.number(),
      mounted: v.boolean(),
    }),
  ),
  /** Whether these are all. */
  isWhole: v.optional(v.boolean()),
  /** When the Open API gave this list, in ms since the epoch. */
  listedAt: v.number(),
});

/** The last list of a document's boards that the Open API gave. */
export type KnownDocument = v.InferOutput<typeof knownDocument>;

/** Lists are only shown to the identity that they were given to. */
export interface KnownDocuments {
  get(accountId: string, address: DocumentAddress): Promise<KnownDocument | undefined>;
  put(accountId: string, address: DocumentAddress, document: KnownDocument): Promise<void>;
  /** Forgets what one identity has seen: part of signing out. */
  removeAccount(brand: Brand, accountId: string): Promise<void>;
  clear(): Promise<void>;
}

/** Keeps nothing of an account that signed out while its list was on the way. */
export function knownWhileSignedIn(
  known: KnownDocuments,
  isSignedIn: (account: { brand: Brand; accountId: string }) => Promise<boolean>,
): KnownDocuments {
  return {
    ...known,
    async put(accountId, address, document) {
      await known.put(accountId, address, document);
      const { brand } = address;
      if (!(await isSignedIn({ brand, accountId }))) await known.removeAccount(brand, accountId);
    },
  };
}

/** How many documents are remembered. When there are more, the oldest tenth goes, so that this is rare. */
const mostDocuments = 200;
const keptDocuments = 180;

/** Where they lie. */
export const openKnownDocuments = () => createStore('board-saver-known-documents', 'documents');

/** Lists in IndexedDB. Calls reject with what IndexedDB rejects with: a list that is not to be had is no failure. */
export function createKnownDocuments(): KnownDocuments {
  const store = openKnownDocuments();

  async function dropOldest(): Promise<void> {
    if ((await keys(store)).length <= mostDocuments) return;
    const ages = (await entries<IDBValidKey, unknown>(store)).map(([key, record]) => {
      const parsed = v.safeParse(knownDocument, record);
      return { key, listedAt: parsed.success ? parsed.output.listedAt : 0 };
    });
    const newestFirst = ages.sort((a, b) => b.listedAt - a.listedAt);
    await delMany(
      newestFirst.slice(keptDocuments).map(({ key }) => key),
      store,
    );
  }

  return {
    async get(accountId, address) {
      const parsed = v.safeParse(knownDocument, await get<unknown>(keyOf(accountId, address), store));
      return parsed.success ? parsed.output : undefined;
    },
    async put(accountId, address, document) {
      await set(keyOf(accountId, address), document, store);
      await dropOldest();
    },
    async removeAccount(brand, accountId) {
      const prefix = `${brand}/${accountId}/`;
      const all = await keys(store);
      const own = all.filter((key) => typeof key === 'string' && key.startsWith(prefix));
      await delMany(own, store);
    },
    clear: () => clear(store),
  };
}

/** No part can hold a slash. */
function keyOf(accountId: string, { brand, kind, token }: DocumentAddress): string {
  return `${brand}/${accountId}/${kind}/${token}`;
}
