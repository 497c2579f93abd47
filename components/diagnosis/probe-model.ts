import { look } from '../boards/look';

const mostBlocks = 20_000;
const mostKinds = 100;
const mostMs = 500;

/**
 * The shape of a page's own model, in counts: no text, no token and no id but the document's. Like its reader it
 * runs in the page's world, expects nothing, and keeps within bounds; what it says is hostile until parsed.
 */
export function probeModel(page: unknown): object {
  const start = performance.now();
  const main = look(page, 'PageMain');
  const manager = look(main, 'blockManager');
  const [today, older] = [look(manager, 'rootBlockModel'), look(manager, 'model', 'rootBlockModel')];
  const root = isObject(today) ? today : older;
  const counts = {
    blocks: 0,
    boards: 0,
    tokens: 0,
    captions: 0,
    fallback: 0,
    pending: 0,
    copies: 0,
    unread: 0,
  };
  const kinds = new Map<string, number>();
  const seen = new Set<unknown>([root]);
  const queue = isObject(root) ? [{ block: root, depth: 0 }] : [];
  let deepest = 0;
  let isCut = false;

  const enter = (list: unknown, depth: number): void => {
    const length = look(list, 'length');
    if (typeof length !== 'number') return;
    for (let at = 0; at < length; at++) {
      if (queue.length >= mostBlocks || at >= mostBlocks || performance.now() - start > mostMs) {
        isCut = true;
        return;
      }
      const block = look(list, at);
      if (!isObject(block) || seen.has(block)) continue;
      seen.add(block);
      queue.push({ block, depth });
    }
  };
  for (const { block, depth } of queue) {
    deepest = Math.max(deepest, depth);
    const snapshot = look(block, 'snapshot') ?? look(block, 'record', 'snapshot');
    const kind = look(snapshot, 'type') ?? look(block, 'type');
    const name = typeof kind === 'string' ? kind.slice(0, 64) : '';
    if (kinds.has(name) || kinds.size < mostKinds) kinds.set(name, (kinds.get(name) ?? 0) + 1);
    counts.blocks += 1;
    if (look(block, 'type') === 'fallback') counts.fallback += 1;
    if (kind === 'pending') counts.pending += 1;
    if (kind === 'whiteboard') {
      counts.boards += 1;
      if (typeof look(snapshot, 'token') === 'string') counts.tokens += 1;
      if (typeof look(snapshot, 'caption', 'text', 'initialAttributedTexts', 'text', 0) === 'string')
        counts.captions += 1;
    }
    const inner = look(block, 'innerBlockManager');
    const shown = look(inner, 'rootBlockModel') ?? look(inner, 'model', 'rootBlockModel');
    if (isObject(inner) || kind === 'synced_reference') counts.copies += 1;
    if (kind === 'synced_reference' && !isObject(shown)) counts.unread += 1;
    enter(look(shown, 'children'), depth + 1);
    enter(look(block, 'children'), depth + 1);
  }
  const id = look(root, 'record', 'id');
  return {
    shape: isObject(today) ? 'today' : isObject(older) ? 'older' : isObject(main) ? 'unknown' : 'none',
    // Of a shape that nobody has seen, what is there instead.
    keys: isObject(root) ? [] : [...keysOf(main), ...keysOf(manager)],
    documentId: typeof id === 'string' ? id.slice(0, 100) : '',
    counts: Object.entries(counts),
    kinds: [...kinds],
    deepest,
    isCut,
    ms: performance.now() - start,
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function keysOf(value: unknown): string[] {
  try {
    return Object.keys(Object(value))
      .slice(0, 20)
      .map((key) => key.slice(0, 64));
  } catch {
    return [];
  }
}
