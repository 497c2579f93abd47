import type { Board, BoardFacts, BoardSequence } from './board';

/** What is known of a document's boards, by where it comes from. Each may be missing. */
export interface BoardSources {
  /** The Open API's list: what it has not read yet, and what it may not read, is a gap in it. */
  listed?: BoardSequence | undefined;
  /** Whether the Open API has told all that it will. */
  isListed?: boolean | undefined;
  /** The page's own model. */
  model?: BoardSequence | undefined;
  /** The list of another time. */
  last?: BoardSequence | undefined;
  /** Block ids of the boards that the page has mounted, in document order. */
  mounted?: readonly string[] | undefined;
}

/**
 * Joins the sources on the block id, in document order, numbered anew. The Open API decides on existence, order
 * and id. Once it has told all, others add only what it could not read (synced copies of documents that it may
 * not show) and what is before the user's eyes.
 */
export function joinBoards({
  listed = [],
  isListed,
  model = [],
  last = [],
  mounted = [],
}: BoardSources): Board[] {
  const isMounted = new Set(mounted);
  const others = mergeSequences(
    mergeSequences(model, last),
    [...isMounted].map((blockId) => ({ blockId })),
  );
  const hasGap = listed.some((one) => typeof one === 'string');
  const mayAdd = (one: BoardFacts): boolean =>
    !isListed || isMounted.has(one.blockId) || (hasGap && one.inCopy !== undefined);
  const joined = mergeSequences(
    listed,
    others.filter((one) => typeof one === 'string' || mayAdd(one)),
  );

  const [byApi, byModel, byLast] = [indexBoards(listed), indexBoards(model), indexBoards(last)];
  return boardsIn(joined).map(({ blockId, inCopy }, index) => {
    const [api, page, before] = [byApi.get(blockId), byModel.get(blockId), byLast.get(blockId)];
    return {
      blockId,
      whiteboardId: api?.whiteboardId ?? page?.whiteboardId ?? before?.whiteboardId,
      // Only the page knows captions.
      caption: (page ?? before)?.caption,
      heading: api ? api.heading : (page?.heading ?? before?.heading),
      inCopy,
      number: index + 1,
      mounted: isMounted.has(blockId),
    };
  });
}

/**
 * Puts the boards that only `added` has into `base`: into the gap of their synced copy, else into the first gap
 * behind the neighbour before them, or the last one before the neighbour after them, where `base` has such a
 * gap; else beside that neighbour; else at the end.
 */
export function mergeSequences(base: BoardSequence, added: BoardSequence): BoardSequence {
  if (base.length === 0) return added;
  const places = new Map(
    base.flatMap((one, at) => (typeof one === 'string' ? [] : [[one.blockId, at] as const])),
  );
  const inserted = new Map<number, BoardFacts[]>();
  let before = -1;
  let waiting: BoardFacts[] = [];

  const insert = (after = base.length): void => {
    if (waiting.length === 0) return;
    const end = after > before ? after : base.length;
    const isGap = (one: BoardFacts | string, at: number): boolean =>
      typeof one === 'string' && at > before && at < end;
    const gap = before < 0 && after < base.length ? base.findLastIndex(isGap) : base.findIndex(isGap);
    const beside = before < 0 ? end : before + 1;
    for (const board of waiting) {
      const copy = board.inCopy === undefined ? -1 : base.indexOf(board.inCopy);
      const place = copy >= 0 ? copy : gap >= 0 ? gap : beside;
      const there = inserted.get(place);
      if (there) there.push(board);
      else inserted.set(place, [board]);
    }
    waiting = [];
  };
  for (const board of boardsIn(added)) {
    const place = places.get(board.blockId);
    if (place === undefined) waiting.push(board);
    else {
      insert(place);
      before = place;
    }
  }
  insert();
  return [
    ...base.flatMap((one, at) => [...(inserted.get(at) ?? []), one]),
    ...(inserted.get(base.length) ?? []),
  ];
}

/** The boards of a sequence, without its gaps. */
export function boardsIn(sequence: BoardSequence): BoardFacts[] {
  return sequence.filter((one) => typeof one !== 'string');
}

function indexBoards(sequence: BoardSequence): Map<string, BoardFacts> {
  return new Map(boardsIn(sequence).map((board) => [board.blockId, board]));
}
