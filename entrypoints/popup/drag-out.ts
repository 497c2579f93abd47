import { createDragSource, type DragSource } from '../../components/dragging/drag-source';
import type { StoredImage } from '../../components/image-store/stored-image';
import type { ListedBoard } from '../../components/ui/popup/listed-board';
import { copies } from './pictures';

/** What lies over each thumbnail, and the picture that it drags. */
const sources = new WeakMap<Element, { version: string; source?: DragSource }>();

/**
 * Has a thumbnail drag its board's whole picture: what is copied of it, under its name. One whose picture has gone, or
 * does not draw, cannot be dragged: its row says why.
 */
export async function dragOut(thumbnail: Element, board: ListedBoard, image: StoredImage): Promise<void> {
  const version = `${image.key} ${image.fetchedAt} ${board.name}`;
  const known = sources.get(thumbnail);
  if (known?.version === version) return;
  known?.source?.remove();
  const mine: { version: string; source?: DragSource } = { version };
  sources.set(thumbnail, mine);
  try {
    const { png: blob, html = '' } = await copies.one(image.key, board);
    const preview = thumbnail.querySelector('img') ?? thumbnail;
    if (!blob) return;
    const source = await createDragSource(document, { blob, name: board.name, html }, preview);
    // The pointer may have come again meanwhile, to a newer picture.
    if (sources.get(thumbnail) !== mine) return source.remove();
    mine.source = source;
    thumbnail.append(source.element);
  } catch {
    sources.delete(thumbnail);
  }
}
