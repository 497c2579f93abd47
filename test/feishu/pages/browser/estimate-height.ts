import type { PageBlock } from '../page-view';
import { headingLevel, type Load } from './load';

const LINE = 26;
const CHARACTERS = 62;
const HEADING = [58, 52, 46, 42, 40, 40, 40, 40, 40];
const FIXED: Record<string, number> = {
  divider: 25,
  sheet: 260,
  bitable: 260,
  diagram: 220,
  mindnote: 200,
  isv: 180,
  image: 376,
  fallback: 44,
};

/** Height of a block that was never mounted, in CSS pixels: what its placeholder takes up. */
export function estimateHeight(block: PageBlock, load: Load): number {
  const known = load.heights.get(block.id);
  if (known !== undefined) return known;
  const height = own(block) + inside(block, load);
  load.heights.set(block.id, height);
  return height;
}

function own(block: PageBlock): number {
  if (block.board) return block.board.height + (block.board.caption === undefined ? 18 : 46);
  const level = headingLevel(block);
  if (level !== undefined) return HEADING[level - 1] ?? 40;
  if (block.text !== undefined) return Math.max(1, Math.ceil(block.text.length / CHARACTERS)) * LINE + 8;
  return FIXED[block.type] ?? 32;
}

function inside(block: PageBlock, load: Load): number {
  if (load.folded.has(block.id)) return 0;
  const heights = (block.inner ? [block.inner.root] : block.children).map((child) =>
    estimateHeight(child, load),
  );
  const sum = heights.reduce((total, height) => total + height, 0);
  if (block.type === 'grid') return Math.max(0, ...heights);
  return block.type === 'table' ? sum / (block.columns ?? 1) : sum;
}
