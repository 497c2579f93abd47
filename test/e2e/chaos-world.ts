import type { FaultKind } from '../feishu/faults';
import type { Seed } from '../feishu/seed';
import type { Feishu } from '../feishu/server';
import { createRandom } from '../feishu/pictures/random';
import { picturePath } from './demo-addresses';

export const chaosDocument = 'DocChaos0000000000000000001';
export const boardCount = 200;
const boardId = (number: number): string => `BrdChaos00000000000000${number}`;

/** A document of two hundred boards, each with a picture of its own. */
export const chaosSeed: Seed = {
  tenants: [{ key: 'acme', brand: 'feishu', name: 'Acme' }],
  apps: [
    {
      id: 'cli_chaos',
      secret: 'secret',
      tenant: 'acme',
      scopes: ['board:whiteboard:node:read', 'docx:document:readonly'],
    },
  ],
  users: [{ id: 'ou_chaos', name: 'Chaos', tenant: 'acme' }],
  tokens: [0, 1, 2].map((n) => ({ token: `u-chaos-${n}`, app: 'cli_chaos', user: 'ou_chaos' })),
  boards: [{ id: boardId(0).replace(/0$/, '{n}'), times: boardCount, scene: 'retro-notes', format: 'svg' }],
  documents: [
    {
      id: chaosDocument,
      tenant: 'acme',
      title: 'Chaos',
      blocks: [
        {
          type: 'repeat',
          times: boardCount,
          blocks: [{ type: 'board', board: boardId(0).replace(/0$/, '{n}'), caption: 'Board {n}' }],
        },
      ],
    },
  ],
  wikiSpaces: [],
};

/** Failures that are gone the next time. */
const passing: FaultKind[] = [
  { kind: 'reset' },
  { kind: 'cut-short' },
  { kind: 'html' },
  { kind: 'delay' },
  { kind: 'slow-body', pieces: 4, pauseMs: 40 },
  { kind: 'status', status: 500, code: 2891001 },
  { kind: 'status', status: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '1' } },
];

/** Lets go wrong what a seed of randomness says. Returns the code of each board that nobody can have. */
export function addChaos(feishu: Feishu, chance: () => number): Map<string, string> {
  const lost = new Map<string, string>();
  let refusals = 0;
  for (let number = 1; number <= boardCount; number += 1) {
    const id = boardId(number);
    const path = new RegExp(`${picturePath(id)}$`);
    // None that cannot be had is on the popup's first screen, which asks for pictures as well: for its thumbnails.
    if (number % 40 === 27) {
      feishu.store.changeBoard(id, { readers: [] });
      lost.set(id, 'board-forbidden');
    } else if (number % 40 === 18) {
      feishu.store.changeBoard(id, { state: 'no-picture' });
      lost.set(id, 'board-missing');
    } else if (number === 99) {
      feishu.faults.add({ match: { path }, kind: 'html', times: Infinity });
      lost.set(id, 'response-not-image');
    } else if (chance() < 0.4) {
      const fault = passing[Math.floor(chance() * passing.length)] ?? { kind: 'reset' };
      const isRefusal = fault.kind === 'status' && fault.status === 429;
      // Each holds everybody for a second.
      if (isRefusal && (refusals += 1) > 4) continue;
      feishu.faults.add({ match: { path }, ...fault, delayMs: fault.kind === 'delay' ? 400 : 0 });
    }
  }
  return lost;
}

/** The numbers of one seed, each from 0 up to 1. */
export function createChance(seed: number): () => number {
  return createRandom(seed);
}
