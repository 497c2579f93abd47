import type { DragSource } from '../dragging/drag-source';
import { t } from '../i18n/t';
import { toolbarIcon } from './toolbar-icon';

export interface DragHandleDeps {
  page: Document;
  /** What drags the picture of the board that the toolbar stands on. */
  load: () => Promise<DragSource>;
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
  let source: DragSource | undefined;

  const show = (phase: 'idle' | 'busy' | 'ready' | 'failed'): void => {
    element.className = `handle ${phase}`;
    element.title = t(phase === 'ready' || phase === 'idle' ? 'toolbar_drag' : `toolbar_drag_${phase}`);
    element.replaceChildren(toolbarIcon(page, phase === 'busy' ? 'spinner' : 'drag'));
    if (source) element.append(source.element);
  };
  const reset = (): void => {
    turn += 1;
    source?.remove();
    source = undefined;
    show('idle');
  };
  const fetchPicture = async (): Promise<void> => {
    if (source || element.classList.contains('busy')) return;
    const mine = turn;
    show('busy');
    try {
      const loaded = await load();
      if (mine !== turn) return loaded.remove();
      source = loaded;
      show('ready');
    } catch (thrown) {
      if (mine !== turn) return;
      show('failed');
      onFailure(thrown);
    }
  };

  element.addEventListener('pointerenter', () => void fetchPicture());
  reset();
  return { element, reset };
}
