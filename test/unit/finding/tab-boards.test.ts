import { describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import type { ListingClient } from '../../../components/finding/list-document';
import { createTabBoards } from '../../../components/finding/tab-boards';
import { createFakeClock } from '../fakes/fake-clock';
import { codeOf } from '../feishu/setup';

const token = 'FMnodrAcyoG0TLxDf4Ec8Ya1nJb';
const url = `https://acme.feishu.cn/docx/${token}`;

/** The boards of tab 7, whose document the Open API refuses to list. */
function tabBoards(model: () => Promise<unknown>) {
  const client: ListingClient = {
    getWikiNode: () => Promise.reject(new AppError('unexpected')),
    listDescendants: () => {
      throw new AppError('unexpected');
    },
    listBlocks: () => {
      throw new AppError('user-scope-missing');
    },
  };
  return createTabBoards({
    describePage: async () => ({ url, title: 'Plan', mountedBlockIds: ['a', 'b'] }),
    readPageModel: model,
    accounts: {
      get: async () => ({
        brand: 'feishu',
        accountId: 'ou_1',
        token: 'u-1',
        tokenKind: 'user',
        signedInAt: 0,
      }),
    },
    clientFor: () => client,
    known: { get: async () => undefined, put: async () => undefined },
    images: { peek: async () => [] },
    freshMs: async () => 0,
    numbered: (n) => `Board ${n}`,
    untitled: () => 'Untitled',
    clock: createFakeClock(),
  });
}

describe('one board of a tab, when the Open API cannot list the document', () => {
  it("is known from the page's model", async () => {
    const boards = [{ blockId: 'a', whiteboardId: 'w-a', caption: 'Flow' }];
    const model = async () => ({ url, documentId: token, title: 'Plan', boards });
    expect(await tabBoards(model).resolve(7, ['a'])).toMatchObject({
      title: 'Plan',
      boards: [{ name: 'Flow', board: { blockId: 'a', whiteboardId: 'w-a' } }],
    });
  });

  it('is not without a model, and the user hears what to grant', async () => {
    const gone = (): Promise<never> => Promise.reject(new Error('No tab'));
    expect(await codeOf(tabBoards(gone).resolve(7, ['a']))).toBe('user-scope-missing');
  });
});
