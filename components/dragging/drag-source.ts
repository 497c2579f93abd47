import { dragFileName } from './drag-file-name';
import type { DraggedPicture } from './dragged-picture';

/** Lies over something, is not to be seen, and is what the pointer really drags. */
export interface DragSource {
  element: HTMLImageElement;
  /** Takes it away, and lets go of the picture. */
  remove(): void;
}

/** More HTML than this, in characters, would have to be copied from process to process: the file has to do. */
const mostHtml = 16_000_000;

/**
 * What a picture is dragged by: an image of it. Of images alone Chromium hands out the bytes, to other pages as a
 * file and to programs of the desktop (X Direct Save, `application/octet-stream`); a `File` that is added to a drag
 * it keeps within its page. `DownloadURL` gives the file its name on Windows and macOS.
 * To be put over a positioned element; a button will do.
 *
 * @param preview what is seen at the pointer
 * @throws what `decode` throws where the page keeps its images from being loaded
 */
export async function createDragSource(
  page: Document,
  { blob, name, html }: DraggedPicture,
  preview: Element,
): Promise<DragSource> {
  const file = new File([blob], dragFileName(name), { type: 'image/png' });
  const url = URL.createObjectURL(file);
  const element = page.createElement('img');
  const remove = (): void => {
    element.remove();
    URL.revokeObjectURL(url);
  };
  element.alt = '';
  element.draggable = true;
  Object.assign(element.style, {
    position: 'absolute',
    inset: '0',
    width: '100%',
    height: '100%',
    opacity: '0',
    cursor: 'grab',
  });
  element.addEventListener('dragstart', ({ dataTransfer }) => {
    if (!dataTransfer) return;
    dataTransfer.effectAllowed = 'copy';
    dataTransfer.setDragImage(preview, 8, 8);
    dataTransfer.setData('DownloadURL', `${file.type}:${file.name}:${url}`);
    if (html.length <= mostHtml) dataTransfer.setData('text/html', html);
    if (!dataTransfer.types.includes('text/uri-list')) dataTransfer.setData('text/uri-list', url);
    // Firefox has none of an image yet; in Chromium a second one would be dropped beside the first.
    if (![...dataTransfer.items].some(({ kind }) => kind === 'file')) dataTransfer.items.add(file);
  });
  element.src = url;
  try {
    await element.decode();
  } catch (thrown) {
    remove();
    throw thrown;
  }
  return { element, remove };
}
