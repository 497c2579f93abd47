import { look } from './look';
import { isCopy, isObject, kindOf, pendingKind, shownBy } from './model-shape';

/** Documents have some thousands. */
const mostBlocks = 20_000;
const deepest = 100;
/** The page stands still meanwhile. */
const mostMs = 500;

/** A block of the page's own model, and what was found below it. */
export interface WalkedBlock {
  block: object;
  kind: string;
  /** How many blocks it is in. */
  depth: number;
  /** Whether it shows content of another document. */
  isCopy: boolean;
  /** Why it has content that was not read: it is not loaded, it is a copy that shows nothing, or it is too much. */
  unread?: 'pending' | 'shows-nothing' | 'out-of-bounds';
  /** What a copy shows comes first. */
  below: WalkedBlock[];
}

/**
 * All blocks of a model, the root first. It is walked breadth first and within bounds, so that a trap costs no more
 * than what lies deeper, and each block once. It never throws.
 */
export function walkModel(root: object): [WalkedBlock, ...WalkedBlock[]] {
  const end = performance.now() + mostMs;
  const walked: [WalkedBlock, ...WalkedBlock[]] = [describe(root, 0)];
  const seen = new Set<unknown>([root]);
  let steps = 0;

  const enter = (parent: WalkedBlock, list: unknown): void => {
    const length = lengthOf(list);
    if (length > mostBlocks || (length > 0 && parent.depth >= deepest)) {
      parent.unread = 'out-of-bounds';
      return;
    }
    for (let at = 0; at < length; at++) {
      if (++steps > mostBlocks || performance.now() > end) {
        parent.unread = 'out-of-bounds';
        return;
      }
      const block = look(list, at);
      if (!isObject(block) || seen.has(block)) continue;
      seen.add(block);
      const child = describe(block, parent.depth + 1);
      parent.below.push(child);
      walked.push(child);
    }
  };

  for (const parent of walked) {
    if (parent.kind === pendingKind) parent.unread = 'pending';
    if (parent.isCopy) {
      const shown = shownBy(parent.block);
      if (shown) enter(parent, look(shown, 'children'));
      else parent.unread = 'shows-nothing';
    }
    enter(parent, look(parent.block, 'children'));
  }
  return walked;
}

function describe(block: object, depth: number): WalkedBlock {
  return { block, kind: kindOf(block), depth, isCopy: isCopy(block), below: [] };
}

/** Zero for what is no list. Asking throws where the page has revoked a proxy, and it may lie. */
function lengthOf(list: unknown): number {
  try {
    return Array.isArray(list) ? list.length : 0;
  } catch {
    return 0;
  }
}
