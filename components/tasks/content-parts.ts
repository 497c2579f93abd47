import { createExportMemory } from '../feishu/export-memory';
import { type BoardVectors, createBoardVectors } from './board-vectors';
import type { ListNodes } from './board-writing';
import { createContentClients } from './content-clients';
import type { TasksDeps } from './create-tasks';

/** What asks the Open API for what is on a board, wired for a page with a DOM: one for all tasks, it holds to limits. */
export interface ContentParts {
  vectors: BoardVectors;
  listNodes: ListNodes;
}

/** Makes them for one page. */
export function createContentParts(deps: Pick<TasksDeps, 'session'>): ContentParts {
  const { clientFor, hostOf } = createContentClients(deps);
  return {
    vectors: createBoardVectors({
      clientFor,
      hostOf,
      memory: createExportMemory(() => localStorage, Date.now),
    }),
    listNodes: ({ brand, whiteboardId }, signal) => clientFor(brand).listNodes(whiteboardId, { signal }),
  };
}
