import 'fake-indexeddb/auto';
import { clear, createStore, keys, set } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DocumentAddress } from '../../../components/boards/board';
import {
  createKnownDocuments,
  knownWhileSignedIn,
  type KnownDocument,
} from '../../../components/finding/known-documents';

const raw = createStore('board-saver-known-documents', 'documents');
const address: DocumentAddress = { brand: 'feishu', kind: 'docx', token: 'FMnodrAcyoG0TLxDf4Ec8Ya1nJb' };
const document: KnownDocument = {
  documentId: address.token,
  title: 'Plan',
  boards: [{ blockId: 'a', whiteboardId: 'w', heading: 'H', number: 1, mounted: false }],
  listedAt: 1,
};

beforeEach(() => clear(raw));

describe('createKnownDocuments', () => {
  it('remembers a list for one identity and one address', async () => {
    const known = createKnownDocuments();
    await known.put('ou_1', address, document);
    expect(await known.get('ou_1', address)).toEqual(document);
    expect(await known.get('ou_2', address)).toBeUndefined();
    expect(await known.get('ou_1', { ...address, kind: 'wiki' })).toBeUndefined();
    expect(await known.get('ou_1', { ...address, brand: 'lark' })).toBeUndefined();
  });

  it('forgets what one identity has seen', async () => {
    const known = createKnownDocuments();
    await known.put('ou_1', address, document);
    await known.put('ou_12', address, document);
    await known.removeAccount('feishu', 'ou_1');
    expect(await known.get('ou_1', address)).toBeUndefined();
    expect(await known.get('ou_12', address)).toEqual(document);
    await known.clear();
    expect(await keys(raw)).toEqual([]);
  });

  it('keeps no list of an identity that signed out while it was on the way', async () => {
    let signedIn = 'ou_1';
    const known = knownWhileSignedIn(createKnownDocuments(), async ({ accountId }) => accountId === signedIn);
    await known.put('ou_1', address, document);
    expect(await known.get('ou_1', address)).toEqual(document);
    signedIn = 'ou_2';
    await known.put('ou_1', { ...address, kind: 'wiki' }, document);
    expect(await keys(raw)).toEqual([]);
  });

  it('takes a record that cannot be read for none', async () => {
    await set(`feishu/ou_1/docx/${address.token}`, { ...document, boards: [{ blockId: 7 }] }, raw);
    expect(await createKnownDocuments().get('ou_1', address)).toBeUndefined();
  });

  it('keeps at most 200 documents, and lets the oldest go', async () => {
    const known = createKnownDocuments();
    for (let n = 0; n < 205; n++) {
      await known.put('ou_1', { ...address, token: `token${String(n)}` }, { ...document, listedAt: n });
      expect((await keys(raw)).length).toBeLessThanOrEqual(200);
    }
    expect(await known.get('ou_1', { ...address, token: 'token0' })).toBeUndefined();
    expect(await known.get('ou_1', { ...address, token: 'token204' })).toBeDefined();
  });
});
