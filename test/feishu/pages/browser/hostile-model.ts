import type { PageDocument } from '../page-view';
import { walk } from './load';

/** How deep the chain of children goes: too deep for a reader that recurses. */
const DEPTH = 20_000;
const TEN_MEGABYTES = 10_000_000;

/**
 * The model as a page could make it that wishes its readers ill: the true blocks lie among traps. A reader
 * must come back, in time, with nothing worse than less.
 */
export function hostileRoot(root: { children: readonly object[] }, document: PageDocument): object {
  const board = [...walk(document.root)].find((block) => block.board);
  const id = board?.id ?? 'trap';
  const traps: unknown[] = [
    thrower(),
    null,
    7,
    'whiteboard',
    { type: 'whiteboard', record: null, snapshot: undefined, children: 'abc' },
    { type: {}, record: { id: 42 }, snapshot: 'whiteboard', children: { length: 1e9 } },
    boardBlock('a'.repeat(27), 'x'.repeat(TEN_MEGABYTES)),
    boardBlock('b'.repeat(27), '../../../contact/v3/users?'),
    boardBlock('y'.repeat(TEN_MEGABYTES), 'TrapTokenTrapTokenTrapToken'),
    boardBlock('<img src=x>', { toString: () => 'TrapTokenTrapTokenTrapToken' }),
    // A true block id with the token of another board: the server's answer must win.
    boardBlock(id, 'ForgedTokenForgedTokenForge'),
    chain(),
    endless(),
    sparse(),
  ];
  const all: unknown[] = [...traps, ...root.children];
  const hostile = {
    ...root,
    zoneState: {
      get allText(): string {
        throw new Error('trap: allText');
      },
    },
    children: all,
    toJSON: () => 'trap',
    // Who awaits it waits for ever: the trap is the purpose.
    // oxlint-disable-next-line unicorn/no-thenable
    then: () => {},
  };
  all.push({
    type: 'callout',
    record: { id: 'c'.repeat(27) },
    snapshot: { type: 'callout' },
    children: [hostile],
  });
  return hostile;
}

function thrower(): object {
  const refuse = (): never => {
    throw new Error('trap: do not touch');
  };
  return new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse });
}

function boardBlock(id: unknown, token: unknown): object {
  const snapshot = { type: 'whiteboard', token, width: -1, height: Number.NaN, caption: { text: 3 } };
  return { type: 'whiteboard', record: { id, snapshot }, snapshot, children: [] };
}

function chain(): object {
  let block: object = { type: 'text', record: { id: 'end' }, snapshot: { type: 'text' }, children: [] };
  for (let depth = 0; depth < DEPTH; depth++) {
    block = {
      type: 'quote_container',
      record: { id: `deep${depth}` },
      snapshot: { type: 'quote_container' },
      children: [block],
    };
  }
  return block;
}

/** Every look at the children makes new ones. */
function endless(): object {
  return {
    type: 'callout',
    record: { id: 'endless' },
    snapshot: { type: 'callout' },
    get children() {
      return [endless(), endless()];
    },
  };
}

/** A list that says it is long and holds nothing. */
function sparse(): object {
  const children: unknown[] = [];
  children.length = 4_000_000_000;
  return { type: 'table', record: { id: 'sparse' }, snapshot: { type: 'table' }, children };
}
