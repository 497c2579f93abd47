import { blockAddress } from '../../boards/block-address';
import type { BoardRow } from '../../messaging/protocol';

/** A board of the list, as it is copied: by its name, with the way back to it. */
export interface ListedBoard {
  blockId: string;
  name: string;
  link: string;
}

/** @param pageUrl the address of its document */
export function listedBoard({ board: { blockId }, name }: BoardRow, pageUrl: string): ListedBoard {
  return { blockId, name, link: blockAddress(pageUrl, blockId) };
}
