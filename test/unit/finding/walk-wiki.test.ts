import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../../../components/errors';
import type { WikiNode } from '../../../components/feishu/schemas';
import { walkWiki } from '../../../components/finding/walk-wiki';

interface Page extends Partial<WikiNode> {
  nodeToken: string;
  /** Tokens of the pages below it, in the pages of their listing, or why it cannot be listed. */
  below?: string[][] | ErrorCode;
}

/** A wiki in memory; `listed` tells which nodes were asked for their children. */
function wikiOf(...pages: Page[]) {
  const listed: string[] = [];
  const node = (token: string): WikiNode => {
    const page = pages.find(({ nodeToken }) => nodeToken === token);
    if (!page) throw new AppError('wiki-node-missing');
    const { below = [], ...facts } = page;
    const plain = {
      spaceId: 's',
      objToken: `doc-${token}`,
      objType: 'docx',
      title: token,
      isShortcut: false,
    };
    return { ...plain, hasChild: below.length > 0, ...facts };
  };
  const client: Parameters<typeof walkWiki>[0] = {
    getWikiNode: async (token) => node(token),
    async *listWikiChildren(_, parent = '') {
      listed.push(parent);
      const { below = [] } = pages.find(({ nodeToken }) => nodeToken === parent) ?? {};
      if (typeof below === 'string') throw new AppError(below);
      for (const tokens of below) yield tokens.map(node);
    },
  };
  return { client, listed };
}
const titles = (found: readonly { title: string }[]): string[] => found.map(({ title }) => title);

describe('walkWiki', () => {
  it('lists parents before their children, in the order of the tree, over pages that come empty', async () => {
    const { client } = wikiOf(
      { nodeToken: 'root', below: [['a'], [], ['b', 'c']] },
      { nodeToken: 'a', below: [['a1', 'a2']] },
      ...['a1', 'a2', 'b', 'c'].map((nodeToken) => ({ nodeToken })),
    );
    expect(titles(await walkWiki(client, 'root'))).toEqual(['root', 'a', 'a1', 'a2', 'b', 'c']);
  });

  it('takes each document once, and does not follow shortcuts', async () => {
    const { client, listed } = wikiOf(
      { nodeToken: 'root', below: [['a', 'link']] },
      { nodeToken: 'a' },
      { nodeToken: 'link', isShortcut: true, objToken: 'doc-a', hasChild: true },
    );
    expect(titles(await walkWiki(client, 'root'))).toEqual(['root', 'a']);
    expect(listed).toEqual(['root']);
  });

  it('comes to an end where the tree goes in circles', async () => {
    const { client, listed } = wikiOf(
      { nodeToken: 'root', below: [['a']] },
      { nodeToken: 'a', below: [['root', 'a']] },
    );
    expect(titles(await walkWiki(client, 'root'))).toEqual(['root', 'a']);
    expect(listed).toEqual(['root', 'a']);
  });

  it('passes over pages that are no documents, but not over what is below them', async () => {
    const { client } = wikiOf(
      { nodeToken: 'root', below: [['sheet']] },
      { nodeToken: 'sheet', objType: 'sheet', below: [['a']] },
      { nodeToken: 'a' },
    );
    expect(titles(await walkWiki(client, 'root'))).toEqual(['root', 'a']);
  });

  it('goes on beside a page whose children may not be listed, and says so', async () => {
    const { client } = wikiOf(
      { nodeToken: 'root', below: [['closed', 'b']] },
      { nodeToken: 'closed', below: 'wiki-node-forbidden', hasChild: true },
      { nodeToken: 'b' },
    );
    const found = await walkWiki(client, 'root');
    expect(titles(found)).toEqual(['root', 'closed', 'closed', 'b']);
    expect(found.map(({ documentId, error }) => error?.code ?? documentId)).toEqual([
      'doc-root',
      'doc-closed',
      'wiki-node-forbidden',
      'doc-b',
    ]);
  });

  it.each(['network-failed', 'token-expired', 'user-scope-missing'] as const)(
    'gives up for %s, which every page would meet',
    async (code) => {
      const { client } = wikiOf(
        { nodeToken: 'root', below: [['a']] },
        { nodeToken: 'a', below: code, hasChild: true },
      );
      await expect(walkWiki(client, 'root')).rejects.toMatchObject({ code });
    },
  );

  it('counts as it goes', async () => {
    const { client } = wikiOf(
      { nodeToken: 'root', below: [['a', 'sheet']] },
      { nodeToken: 'a' },
      { nodeToken: 'sheet', objType: 'sheet' },
    );
    const counts: number[] = [];
    await walkWiki(client, 'root', { onFound: (count) => counts.push(count) });
    expect(counts).toEqual([1, 2]);
  });
});
