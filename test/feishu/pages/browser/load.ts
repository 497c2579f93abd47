import type { PageBlock, PageDocument } from '../page-view';
import type { Switches } from './switches';

/** One document on the screen: what its blocks share, and what is forgotten with it. */
export interface Load {
  document: PageDocument;
  switches: Switches;
  /** `data-block-id`: counts up from a number that is another one in the next load. */
  numberOf(id: string): number;
  /** `1.2` before a heading; empty without the switch. */
  orderOf(id: string): string;
  /** Blocks that have been mounted since the load; a board's code is loaded with its first mount. */
  mounted: Set<string>;
  folded: Set<string>;
  /** Last known heights in CSS pixels. */
  heights: Map<string, number>;
  /** Asks for another look at what must be mounted. */
  relayout(): void;
}

export function createLoad(document: PageDocument, switches: Switches, relayout: () => void): Load {
  const blocks = [...walk(document.root)];
  const start = nextStart();
  const numbers = new Map(blocks.map(({ id }, at) => [id, at === 0 ? 1 : start + at]));
  const orders = switches.headings === 'numbered' ? countHeadings(blocks) : new Map<string, string>();
  return {
    document,
    switches,
    numberOf: (id) => numbers.get(id) ?? 0,
    orderOf: (id) => orders.get(id) ?? '',
    mounted: new Set(),
    folded: new Set(blocks.filter(({ folded }) => folded).map(({ id }) => id)),
    heights: new Map(),
    relayout,
  };
}

/** A block and all below it, what synced copies show included, in document order. */
export function* walk(block: PageBlock): Generator<PageBlock> {
  yield block;
  if (block.inner) yield* walk(block.inner.root);
  for (const child of block.children) yield* walk(child);
}

/** 1 to 9 for a heading. */
export function headingLevel(block: PageBlock): number | undefined {
  const level = /^heading([1-9])$/.exec(block.type)?.[1];
  return level === undefined ? undefined : Number(level);
}

function countHeadings(blocks: PageBlock[]): Map<string, string> {
  const orders = new Map<string, string>();
  let counts: number[] = [];
  for (const block of blocks) {
    const level = headingLevel(block);
    if (level === undefined) continue;
    counts = Array.from({ length: level }, (_, at) => (counts[at] ?? 0) + (at === level - 1 ? 1 : 0));
    orders.set(block.id, counts.map((count) => Math.max(1, count)).join('.'));
  }
  return orders;
}

function nextStart(): number {
  const loads = Number(sessionStorage.getItem('loads') ?? 0) + 1;
  sessionStorage.setItem('loads', String(loads));
  return 1 + (loads % 20) * 3;
}
