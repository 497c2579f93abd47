import type { BoardSource } from '../../components/boards/board-text';
import { AppError, fromErrorData } from '../../components/errors';
import type { BoardRow } from '../../components/messaging/protocol';
import { watchTopic } from '../../components/messaging/watch';
import { createFileSaver } from '../../components/saving/save-file';
import { sourceFiles } from '../../components/saving/source-files';
import { readPolicy } from '../../components/settings/policy';
import { settings } from '../../components/settings/settings';

const saver = createFileSaver({ revokeUrl: async (url) => URL.revokeObjectURL(url) });

/**
 * Writes them from here: they are small, and once a download has begun it does not need the popup any more.
 *
 * @throws AppError `switched-off` where the administrator allows some formats only: text is none of them
 * @returns the names of the files on disk
 */
export async function saveSources(
  tabId: number,
  blockId: string,
  sources: readonly BoardSource[],
): Promise<string[]> {
  if ((await readPolicy()).allowedFormats) throw new AppError('switched-off');
  const [{ row, doc }, template] = await Promise.all([find(tabId, blockId), settings.fileNameOne.get()]);
  const names: string[] = [];
  for (const { name, content } of sourceFiles(row, sources, { template, doc, date: Date.now() })) {
    const file = await saver.save(async () => URL.createObjectURL(content), name);
    names.push(file.name ?? name);
  }
  return names;
}

/** A board of the tab, and the title of its document. */
function find(tabId: number, blockId: string): Promise<{ row: BoardRow; doc: string }> {
  return new Promise((resolve, reject) => {
    const stop = watchTopic('boards', { tabId }, (snapshot) => {
      if ('problem' in snapshot) return reject(fromErrorData(snapshot.problem));
      const row = snapshot.list.rows.find(({ board }) => board.blockId === blockId);
      if (!row) return;
      resolve({ row, doc: snapshot.list.title });
      queueMicrotask(() => stop());
    });
  });
}
