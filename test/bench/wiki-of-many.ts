import type { Seed, SeedWikiNode } from '../feishu/seed';
import { benchBoard, manyBoards } from './many-boards';

const sections = 19;
const pagesInSection = 180 / sections;
const boardsInDocument = 5;

/** A wiki of so many documents with five boards each: a root, nineteen sections, and the others below these. */
export const wikiOfMany = {
  address: 'https://acme.feishu.cn/wiki/WikBench0000000000000000001',
  documents: 200,
  boards: 200 * boardsInDocument,
  seed: seedOfWiki(),
};

function seedOfWiki(): Seed {
  const { documents, apps, ...seed } = manyBoards(200 * boardsInDocument);
  const [first] = documents;
  if (!first) throw new Error('There is no document.');
  const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
  const id = (kind: string, number: number): string =>
    `${kind}${String(number).padStart(27 - kind.length, '0')}`;
  const node = (number: number, children: SeedWikiNode[] = []): SeedWikiNode => ({
    token: id('WikBench', number),
    title: `Page ${number}`,
    document: id('DocBench', number),
    children,
  });
  const leaves = numbers.slice(1 + sections).map((number) => node(number));
  const tops = numbers
    .slice(1, 1 + sections)
    .map((number, index) =>
      node(
        number,
        leaves.slice(Math.round(index * pagesInSection), Math.round((index + 1) * pagesInSection)),
      ),
    );
  return {
    ...seed,
    apps: apps.map((app) => ({ ...app, scopes: [...app.scopes, 'wiki:wiki:readonly'] })),
    documents: numbers.map((number) => ({
      ...first,
      id: id('DocBench', number),
      title: `Page ${number}`,
      blocks: Array.from({ length: boardsInDocument }, (_, index) => ({
        type: 'board' as const,
        board: benchBoard((number - 1) * boardsInDocument + index + 1),
        caption: `Board ${index + 1}`,
      })),
    })),
    wikiSpaces: [{ id: 'SpaceBench', tenant: 'acme', name: 'Bench', nodes: [node(1, tops)] }],
  };
}
