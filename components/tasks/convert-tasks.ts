import { boardSources } from '../boards/board-text';
import type { Brand } from '../boards/board';
import { AppError } from '../errors';
import { brandOf, madeKey } from '../image-store/image-key';
import type { ImageStore } from '../image-store/image-store';
import type { MadeFacts, StoredImage } from '../image-store/stored-image';
import type { Pictures } from '../images/browser-pictures';
import type { BoardVectors } from './board-vectors';
import { type BoardWriting, type ListNodes, readBoardWriting } from './board-writing';
import type { Tasks } from './create-tasks';
import { makePicture } from './make-picture';

/** The tasks that make pictures by recipes, and what else there is of a board. */
export type ConvertTasks = Pick<
  Tasks,
  'picture/convert' | 'picture/cancel' | 'picture/extras' | 'picture/describe' | 'picture/draw-instead'
>;

export interface ConvertTasksDeps extends Pictures {
  images: Pick<ImageStore, 'get' | 'peek' | 'put' | 'mark'>;
  vectors: BoardVectors;
  listNodes: ListNodes;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** One for all tasks: `picture/cancel` stops what `picture/convert` of the same one began. */
export function createConvertTasks(deps: ConvertTasksDeps): ConvertTasks {
  const { images, convert, lookAt, vectors, listNodes, now } = deps;
  const underWay = new Map<string, AbortController>();

  /** Asked for once for each picture; what failed is asked for again. */
  const describe = async (image: StoredImage, brand: Brand, signal?: AbortSignal): Promise<BoardWriting> => {
    if (image.writing && 'text' in image.writing) return image.writing;
    const writing = await readBoardWriting(listNodes, { brand, whiteboardId: image.whiteboardId }, signal);
    await images.mark(image, { writing });
    return writing;
  };

  return {
    async 'picture/convert'({ id, imageKey, brand, title, recipe }) {
      const controller = new AbortController();
      underWay.set(id, controller);
      try {
        const found = await images.get(imageKey);
        if (!found) throw new AppError('storage-failed');
        const { whiteboardId, fetchedAt } = found.image;
        const { signal } = controller;
        const writing = recipe.isDescribed ? await describe(found.image, brand, signal) : undefined;
        if (recipe.format === 'as-served') return { image: { ...found.image, writing }, isNew: false };
        // One that has its writing, and one for which that could not be read, are not the same.
        const described = writing && [title, 'text' in writing];
        const key = madeKey(imageKey, JSON.stringify([recipe, described]));
        const kept = await images.get(key);
        if (kept?.image.fetchedAt === fetchedAt) return { image: kept.image, isNew: false };
        const description = writing && { title, ...('text' in writing && writing) };
        const { picture, withoutVector } = await makePicture(
          { convert, lookAt, vectors },
          { board: { brand, whiteboardId }, description, served: found.blob, recipe },
          signal,
        );
        const { blob, type, bytes, width, height, source, preview, notes } = picture;
        const made = { source, preview, notes, withoutVector: withoutVector?.code };
        const about = { key, whiteboardId, fetchedAt, usedAt: now() };
        const image: StoredImage = { ...about, type, bytes, width, height, made, writing };
        await images.put(image, blob);
        return { image, isNew: true };
      } finally {
        underWay.delete(id);
      }
    },

    async 'picture/draw-instead'({ imageKey, brand }) {
      const found = await images.get(imageKey);
      if (!found) return null;
      const { key, whiteboardId, usedAt } = found.image;
      try {
        const drawing = await vectors.get({ brand, whiteboardId });
        const { blob, type, bytes, width, height } = await convert(
          { kind: 'vector', blob: drawing },
          { format: 'svg' },
        );
        if ((await lookAt(blob)).faults.length > 0) return null;
        const made: MadeFacts = { source: 'vector', preview: false, notes: ['drawn-instead'] };
        // It is another picture, so whoever shows the one before has to look again.
        const about = { key, whiteboardId, fetchedAt: now(), usedAt };
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

    async 'picture/extras'(board) {
      const [hasVector, sources] = await Promise.all([
        vectors.areThere(board),
        listNodes(board).then(boardSources, () => []),
      ]);
      return { hasVector, sources };
    },

    async 'picture/describe'({ imageKey }) {
      const [image] = await images.peek([imageKey]);
      if (!image) throw new AppError('storage-failed');
      return describe(image, brandOf(imageKey));
    },
  };
}
