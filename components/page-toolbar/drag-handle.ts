import { t } from '../i18n/t';
import { toolbarIcon } from './toolbar-icon';

/** A picture to be dragged out of the page. */
export interface DraggedPicture {
  blob: Blob;
  /** The board's name. */
  name: string;
}

export interface DragHandleDeps {
  page: Document;
  /** The picture of the board that the toolbar stands on. */
  load: () => Promise<DraggedPicture>;
  onFailure: (thrown: unknown) => void;
}

/**
 * What a picture is dragged out by. A drag has to have its data when it begins, so the picture is fetched when
 * the pointer comes to the handle, and before it is there nothing can be dragged. A mouse's convenience: what
 * it does, *Copy* and *Save* do for the keyboard.
 */
export function createDragHandle({ page, load, onFailure }: DragHandleDeps): {
  element: HTMLElement;
  reset: () => void;
} {
  const element = page.createElement('span');
  element.setAttribute('aria-hidden', 'true');
  let turn = 0;
  let ready: { file: File; url: string } | undefined;

  const show = (phase: 'idle' | 'busy' | 'ready' | 'failed'): void => {
    element.className = `handle ${phase}`;
    element.draggable = phase === 'ready';
    element.title = t(phase === 'ready' || phase === 'idle' ? 'toolbar_drag' : `toolbar_drag_${phase}`);
    element.replaceChildren(toolbarIcon(page, phase === 'busy' ? 'spinner' : 'drag'));
  };
  const reset = (): void => {
    turn += 1;
    if (ready) URL.revokeObjectURL(ready.url);
    ready = undefined;
    show('idle');
  };
  const fetchPicture = async (): Promise<void> => {
    if (ready || element.classList.contains('busy')) return;
    const mine = turn;
    show('busy');
    try {
      const { blob, name } = await load();
      if (mine !== turn) return;
      const file = new File([blob], `${fileNameOf(name)}.png`, { type: blob.type });
      ready = { file, url: URL.createObjectURL(file) };
      show('ready');
    } catch (thrown) {
      if (mine !== turn) return;
      show('failed');
      onFailure(thrown);
    }
  };

  element.addEventListener('pointerenter', () => void fetchPicture());
  element.addEventListener('dragstart', ({ dataTransfer }) => {
    if (!dataTransfer || !ready) return;
    const { file, url } = ready;
    dataTransfer.effectAllowed = 'copy';
    dataTransfer.items.add(file);
    dataTransfer.setData('DownloadURL', `${file.type}:${file.name}:${url}`);
    dataTransfer.setData('text/uri-list', url);
  });
  reset();
  return { element, reset };
}

/** No path, and no colon: `DownloadURL` is parted by them. */
function fileNameOf(name: string): string {
  return (
    name
      .replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
      .trim()
      .slice(0, 80) || 'board'
  );
}
