import type { Block, ImpliedKind, WrittenBlock } from './entities';
import { makeId } from './ids';
import type { SeedBlock, SeedDocument } from './seed';

/** Builds a document's tree of blocks out of the seed. Ids that the seed leaves out are made from the place. */
export function buildPage(document: SeedDocument): Block {
  const children = buildAll(document.blocks, document.id, { document: document.id, path: [] });
  return { blockId: document.id, parentId: '', type: 'page', seed: undefined, children };
}

/** The tree in document order (pre-order): the order of the API's list. */
export function inDocumentOrder(block: Block): Block[] {
  return [block, ...block.children.flatMap(inDocumentOrder)];
}

interface Place {
  document: string;
  path: readonly (string | number)[];
}

function buildAll(blocks: readonly SeedBlock[], parentId: string, place: Place): Block[] {
  return unroll(blocks).map((block, index) => build(block, parentId, below(place, index)));
}

function build(seed: WrittenBlock, parentId: string, place: Place): Block {
  const blockId = seed.blockId ?? makeId([place.document, ...place.path]);
  return { blockId, parentId, type: seed.type, seed, children: buildChildren(seed, blockId, place) };
}

function buildChildren(seed: WrittenBlock, blockId: string, place: Place): Block[] {
  if (seed.type === 'grid') return buildImplied('grid_column', seed.columns, blockId, place);
  if (seed.type === 'table') return buildImplied('table_cell', seed.rows.flat(), blockId, place);
  return 'children' in seed ? buildAll(seed.children ?? [], blockId, place) : [];
}

function buildImplied(
  type: ImpliedKind,
  contents: readonly SeedBlock[][],
  parentId: string,
  place: Place,
): Block[] {
  return contents.map((content, index) => {
    const inner = below(place, index);
    const blockId = makeId([type, inner.document, ...inner.path]);
    return { blockId, parentId, type, seed: undefined, children: buildAll(content, blockId, inner) };
  });
}

function below(place: Place, index: number): Place {
  return { document: place.document, path: [...place.path, index] };
}

/** Writes out every `repeat`, an inner one before the outer one. */
function unroll(blocks: readonly SeedBlock[]): WrittenBlock[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'repeat') return [block];
    const template = unroll(block.blocks);
    return Array.from({ length: block.times }, (_, index) => number(template, index + 1)).flat();
  });
}

/** `{n}` becomes the number, in every string of the template. */
export function number<T>(template: T, n: number): T {
  return JSON.parse(JSON.stringify(template).replaceAll('{n}', String(n))) as T;
}
