import { AppError } from '../errors';
import { createExportMemory } from '../feishu/export-memory';
import { madeKey } from '../image-store/image-key';
import type { ImageStore } from '../image-store/image-store';
import type { MadeFacts, StoredImage } from '../image-store/stored-image';
import type { Pictures } from '../images/browser-pictures';
import { createBoardVectors } from './board-vectors';
import { createContentClients } from './content-clients';
import type { Tasks, TasksDeps } from './create-tasks';
import { makePicture } from './make-picture';

/** The tasks that make pictures by recipes. */
export type ConvertTasks = Pick<
  Tasks,
  'picture/convert' | 'picture/cancel' | 'picture/has-vector' | 'picture/draw-instead'
>;

export function createConvertTasks(
  deps: Pick<TasksDeps, 'session'>,
  images: ImageStore,
  { convert, check }: Pictures,
): ConvertTasks {
  const clientFor = createContentClients(deps);
  const memory = createExportMemory(() => localStorage, Date.now);
  const vectors = createBoardVectors(clientFor, memory);
  const underWay = new Map<string, AbortController>();

  return {
    async 'picture/convert'({ id, imageKey, brand, title, recipe }) {
      const controller = new AbortController();
      underWay.set(id, controller);
      try {
        const found = await images.get(imageKey);
        if (!found) throw new AppError('storage-failed');
        const { whiteboardId, fetchedAt } = found.image;
        const key = madeKey(imageKey, JSON.stringify([recipe, recipe.isDescribed ? title : '']));
        const kept = await images.get(key);
        if (kept?.image.fetchedAt === fetchedAt) return { image: kept.image, isNew: false };
        const { picture, withoutVector } = await makePicture(
          {
            convert,
            vectors,
            listNodes: (board, signal) => clientFor(board.brand).listNodes(board.whiteboardId, { signal }),
          },
          { board: { brand, whiteboardId }, title, served: found.blob, recipe },
          controller.signal,
        );
        const { blob, type, bytes, width, height, source, preview, notes } = picture;
        const made = { source, preview, notes, withoutVector: withoutVector?.code };
        const about = { key, whiteboardId, fetchedAt, usedAt: Date.now() };
        const image: StoredImage = { ...about, type, bytes, width, height, made };
        await images.put(image, blob);
        return { image, isNew: true };
      } finally {
        underWay.delete(id);
      }
    },

    async 'picture/draw-instead'({ imageKey, brand }) {
      const found = await images.get(imageKey);
      if (!found) return null;
      const { whiteboardId } = found.image;
      try {
        const drawing = await vectors.get({ brand, whiteboardId });
        const { blob, type, bytes, width, height } = await convert(
          { kind: 'vector', blob: drawing },
          { format: 'svg' },
        );
        if ((await check(blob)).length > 0) return null;
        const made: MadeFacts = { source: 'vector', preview: false, notes: ['drawn-instead'] };
        const { key, fetchedAt, usedAt } = found.image;
        const about = { key, whiteboardId, fetchedAt, usedAt };
        const image: StoredImage = { ...about, type, bytes, width, height, made };
        await images.put(image, blob);
        return image;
      } catch {
        return null;
      }
    },

    async 'picture/cancel'({ id }) {
      underWay.get(id)?.abort();
      return null;
    },

    async 'picture/has-vector'(board) {
      const known = memory.get(board.brand);
      if (known !== undefined) return known;
      // One drawing tells of all: whoever has the menu open may well ask for this one next.
      return vectors.get(board).then(
        () => true,
        () => false,
      );
    },
  };
}
