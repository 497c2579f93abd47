import { createExportMemory } from '../feishu/export-memory';
import type { ImageStore } from '../image-store/image-store';
import type { Pictures } from '../images/browser-pictures';
import { createBoardVectors } from './board-vectors';
import { createContentClients } from './content-clients';
import { type ConvertTasks, createConvertTasks } from './convert-tasks';
import type { TasksDeps } from './create-tasks';

/** The tasks that ask the Open API for what is on a board, wired for a page with a DOM. */
export function createContentTasks(
  deps: Pick<TasksDeps, 'session'>,
  images: ImageStore,
  pictures: Pictures,
): ConvertTasks {
  const clientFor = createContentClients(deps);
  return createConvertTasks({
    ...pictures,
    images,
    vectors: createBoardVectors(
      clientFor,
      createExportMemory(() => localStorage, Date.now),
    ),
    listNodes: ({ brand, whiteboardId }, signal) => clientFor(brand).listNodes(whiteboardId, { signal }),
    now: Date.now,
  });
}
