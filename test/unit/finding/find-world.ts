import { expect } from 'vitest';
import type { Board, DocumentAddress, PageModel } from '../../../components/boards/board';
import { AppError, type ErrorCode } from '../../../components/errors';
import type { DocxBlock, WikiNode } from '../../../components/feishu/schemas';
import { findBoards, type FindBoardsDeps, type FoundBoards } from '../../../components/finding/find-boards';
import type { KnownDocument } from '../../../components/finding/known-documents';
import type { ListingClient } from '../../../components/finding/list-document';
import { createFakeClock } from '../fakes/fake-clock';

export const token = 'FMnodrAcyoG0TLxDf4Ec8Ya1nJb';
const address: DocumentAddress = { brand: 'feishu', kind: 'docx', token };
export const wiki: DocumentAddress = { ...address, kind: 'wiki' };

const text = (content: string) => ({ elements: [{ text_run: { content } }] });
export const title: DocxBlock = { block_id: token, block_type: 1, page: text('From the API') };
export const heading: DocxBlock = { block_id: 'h', block_type: 3, heading1: text('One') };
export const board = (id: string): DocxBlock => ({
  block_id: id,
  block_type: 43,
  board: { token: `w-${id}` },
});

export function knownWith(...ids: string[]): KnownDocument {
  const boards: Board[] = ids.map((blockId, index) => ({
    blockId,
    whiteboardId: `w-${blockId}`,
    number: index + 1,
    mounted: false,
  }));
  return { documentId: token, title: 'As it was', boards, listedAt: 1 };
}

/** A promise that is fulfilled by hand. */
export function later<T>() {
  let give: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give: (value: T) => give(value) };
}

export interface World {
  pages?: DocxBlock[][] | Promise<DocxBlock[][]>;
  /** What the listing ends with, after its pages. */
  listingFails?: ErrorCode;
  node?: Partial<WikiNode> | ErrorCode;
  /** What the synced copies show, by document and block id. */
  copies?: Record<string, DocxBlock[] | ErrorCode>;
  page?: () => Promise<unknown>;
  model?: () => Promise<unknown>;
  known?: KnownDocument;
  signedIn?: boolean;
  address?: DocumentAddress;
  signal?: AbortSignal;
}

export function setUp(world: World) {
  const clock = createFakeClock();
  const asked: string[] = [];
  const kept: KnownDocument[] = [];
  const client: ListingClient = {
    async getWikiNode(nodeToken) {
      asked.push(`node ${nodeToken}`);
      if (typeof world.node === 'string') throw new AppError(world.node);
      return {
        spaceId: '7',
        nodeToken,
        objToken: 'doxcnOfTheNode',
        objType: 'docx',
        title: 'Of the node',
        hasChild: false,
        isShortcut: false,
        ...world.node,
      };
    },
    async *listBlocks(documentId) {
      asked.push(`blocks ${documentId}`);
      yield* (await world.pages) ?? [[title]];
      if (world.listingFails) throw new AppError(world.listingFails, { status: 403 });
    },
    async *listDescendants(documentId, blockId) {
      asked.push(`below ${documentId}/${blockId}`);
      const shown = world.copies?.[`${documentId}/${blockId}`] ?? 'document-missing';
      if (typeof shown === 'string') throw new AppError(shown, { status: 403 });
      yield shown;
    },
  };
  const here = world.address ?? address;
  const deps: FindBoardsDeps = {
    address: here,
    describePage: world.page ?? (() => Promise.reject(new AppError('page-unreachable'))),
    readPageModel: world.model ?? (() => Promise.reject(new Error('No tab'))),
    signedIn: world.signedIn === false ? undefined : { client, accountId: 'ou_1' },
    known: {
      get: async () => world.known,
      put: async (_account, _address, document) => void kept.push(document),
    },
    clock,
    signal: world.signal,
  };
  return { deps, clock, asked, kept };
}

/** A page that shows these boards. */
export function showing(...mountedBlockIds: string[]): () => Promise<unknown> {
  return async () => ({ url: `https://acme.feishu.cn/docx/${token}#x`, title: 'As shown', mountedBlockIds });
}

/** A page whose model holds these boards. A string is a gap. */
export function holding(
  boards: PageModel['boards'],
  change: Partial<PageModel> = {},
): () => Promise<unknown> {
  return async () => ({
    url: `https://acme.feishu.cn/docx/${token}`,
    documentId: token,
    title: 'In the model',
    boards,
    ...change,
  });
}

export const copyOf = (block_id: string, source_document_id: string): DocxBlock => ({
  block_id,
  block_type: 50,
  reference_synced: { source_document_id, source_block_id: 's' },
});

async function collect(found: AsyncIterable<FoundBoards>): Promise<FoundBoards[]> {
  const all: FoundBoards[] = [];
  for await (const one of found) all.push(one);
  return all;
}

export async function lastOf(deps: FindBoardsDeps): Promise<FoundBoards> {
  const all = await collect(findBoards(deps));
  const last = all.at(-1);
  if (!last) throw new Error('nothing was found');
  expect(last.settled).toBe(true);
  expect(all.filter(({ settled }) => settled)).toHaveLength(1);
  return last;
}

export const idsOf = ({ boards }: FoundBoards): string => boards.map(({ blockId }) => blockId).join('');
