import type { Account } from '../../../components/account/account';
import { AppError } from '../../../components/errors';
import type { ListingClient } from '../../../components/finding/list-document';

/** A client that is asked for the blocks of a document, and for nothing else. */
export function clientOf(listBlocks: ListingClient['listBlocks']): ListingClient {
  return {
    getWikiNode: () => Promise.reject(new AppError('unexpected')),
    listDescendants: () => {
      throw new AppError('unexpected');
    },
    listBlocks,
  };
}

/** Somebody who is signed in at Feishu. */
export const somebody: Account = {
  brand: 'feishu',
  accountId: 'ou_1',
  token: 'u-1',
  tokenKind: 'user',
  signedInAt: 0,
};
