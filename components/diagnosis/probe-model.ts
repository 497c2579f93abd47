import {
  boardKind,
  captionOf,
  hasCode,
  idOf,
  isObject,
  mainOf,
  managerOf,
  pendingKind,
  rootOf,
  tokenOf,
} from '../boards/model-shape';
import { walkModel, type WalkedBlock } from '../boards/walk-model';

const mostKinds = 100;

/**
 * The shape of a page's own model, in counts: no text, no token and no id but the document's. It runs in the page's
 * world and finds there what the reader of the model finds; what it says is hostile until parsed.
 */
export function probeModel(page: unknown): object {
  const start = performance.now();
  const main = mainOf(page);
  const manager = managerOf(main);
  const root = rootOf(manager);
  const walked = root ? walkModel(root.block) : [];
  return {
    shape: root?.shape ?? (isObject(main) ? 'unknown' : 'none'),
    // Of a shape that nobody has seen, what is there instead.
    keys: root ? [] : [...keysOf(main), ...keysOf(manager)],
    documentId: idOf(root?.block),
    counts: Object.entries(countBlocks(walked)),
    kinds: [...countKinds(walked)],
    deepest: walked.at(-1)?.depth ?? 0,
    isCut: walked.some(({ unread }) => unread === 'out-of-bounds'),
    ms: performance.now() - start,
  };
}

function countBlocks(walked: readonly WalkedBlock[]): Record<string, number> {
  const count = (isMeant: (one: WalkedBlock) => boolean): number => walked.filter(isMeant).length;
  const isBoard = ({ kind }: WalkedBlock): boolean => kind === boardKind;
  return {
    blocks: walked.length,
    boards: count(isBoard),
    tokens: count((one) => isBoard(one) && tokenOf(one.block) !== ''),
    captions: count((one) => isBoard(one) && captionOf(one.block) !== ''),
    fallback: count(({ block }) => !hasCode(block)),
    pending: count(({ kind }) => kind === pendingKind),
    copies: count(({ isCopy }) => isCopy),
    unread: count(({ unread }) => unread === 'shows-nothing'),
  };
}

function countKinds(walked: readonly WalkedBlock[]): Map<string, number> {
  const kinds = new Map<string, number>();
  for (const { kind } of walked) {
    if (kinds.has(kind) || kinds.size < mostKinds) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
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
