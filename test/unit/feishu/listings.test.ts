import { describe, expect, it } from 'vitest';
import { json, ok } from '../fakes/scripted-fetch';
import { all, boardId, codeOf, documentId, setUp } from './setup';

const nodeToken = 'NodeTokenOfTwentySevenChars';

describe('listings', () => {
  const block = (id: string) => ({ block_id: id, block_type: 2 });

  it('follows pages to the end, passing over empty ones', async () => {
    const { client, clock, sent } = setUp([
      ok({ items: [block('a')], has_more: true, page_token: 'p=1' }),
      ok({ items: [], has_more: true, page_token: 'p2' }),
      ok({ has_more: true, page_token: 'p3' }),
      ok({ items: [block('b')], has_more: false, page_token: '' }),
    ]);
    const pages = await clock.runUntil(all(client.listBlocks(documentId)));
    expect(pages.map((page) => page.map(({ block_id }) => block_id))).toEqual([['a'], ['b']]);
    expect(sent.map(({ url }) => url.searchParams.get('page_token'))).toEqual([null, 'p=1', 'p2', 'p3']);
  });

  it.each([
    ['the same page again', 'again'],
    ['no page', ''],
  ])('does not go round in circles when %s is to come next', async (_, token) => {
    const { client, clock } = setUp([() => ok({ items: [], has_more: true, page_token: token })]);
    expect(await clock.runUntil(codeOf(all(client.listWikiChildren('7'))))).toBe('list-cut-short');
  });

  it('reads blocks of every shape that the docs allow', async () => {
    const { client, clock } = setUp([
      ok({
        items: [
          {
            block_id: documentId,
            block_type: 1,
            page: { elements: [{ text_run: { content: 'T', new: 1 } }] },
          },
          { block_id: 'a', block_type: 4, heading2: {} },
          { block_id: 'b', block_type: 43 },
          { block_id: 'c', block_type: 43, board: { align: 2 } },
          { block_id: 'd', block_type: 43, board: { token: boardId, width: 10 } },
          { block_id: 'e', block_type: 43, board: { token: 7 } },
          {
            block_id: 'f',
            block_type: 50,
            reference_synced: { source_document_id: 'x', source_block_id: 'y' },
          },
          { block_id: 'g', block_type: 3, heading1: 'new shape' },
          { block_id: 'h', block_type: 3, heading1: { elements: [{ mention_user: { user_id: 'u' } }] } },
        ],
      }),
    ]);
    const [blocks] = await clock.runUntil(all(client.listBlocks(documentId)));
    expect(blocks?.map(({ board }) => board?.token)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      boardId,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(blocks?.[6]?.reference_synced).toEqual({ source_document_id: 'x', source_block_id: 'y' });
  });

  it.each<[string, Response]>([
    ['no JSON', new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['JSON without a code', json({ items: [] })],
    ['items that are no list', ok({ items: 'none' })],
    ['a block without an id', ok({ items: [{ block_type: 43 }] })],
    ['half of JSON', new Response('{"code":0,"data":{"items":[')],
  ])('finds %s unreadable', async (_, reply) => {
    const { client, clock } = setUp([reply]);
    expect(await clock.runUntil(codeOf(all(client.listBlocks(documentId))))).toBe('response-unreadable');
  });
});

describe('getWikiNode', () => {
  it('tells what the node shows, also for a shortcut', async () => {
    const { client, clock } = setUp([
      ok({
        node: {
          space_id: '7',
          node_token: nodeToken,
          obj_token: documentId,
          obj_type: 'docx',
          has_child: true,
          title: 'Plan',
          node_type: 'shortcut',
          origin_node_token: 'origin',
        },
      }),
    ]);
    expect(await clock.runUntil(client.getWikiNode(nodeToken))).toEqual({
      spaceId: '7',
      nodeToken,
      objToken: documentId,
      objType: 'docx',
      title: 'Plan',
      hasChild: true,
      isShortcut: true,
    });
  });
});
