import type { PageNotice } from '../messaging/page-requests';
import { noticeStyle } from './notice-style';
import { addOverlay } from './overlay';

/** How long a notice stays, in ms. It stays longer while the pointer is on it. */
const shownForMs = 8000;

/**
 * Shows one sentence in a corner of the page. A new notice takes the place of the last.
 */
export function createNotices(page: Document): {
  /** @param act what its button does, in the click's own tick: it stays until then, or until it is pressed away */
  show(notice: PageNotice, act?: () => void): void;
  remove(): void;
} {
  let host: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const remove = (): void => {
    clearTimeout(timer);
    host?.remove();
    host = undefined;
  };
  const leaveLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(remove, shownForMs);
  };
  const line = (className: string, text: string): HTMLElement => {
    const element = page.createElement('p');
    element.className = className;
    element.textContent = text;
    return element;
  };

  return {
    remove,
    show({ tone, text, help, button }, act) {
      remove();
      const overlay = addOverlay(page, 'board-saver-notice', noticeStyle);
      ({ host } = overlay);
      const box = page.createElement('div');
      box.className = `box ${tone}`;
      box.setAttribute('role', tone === 'error' ? 'alert' : 'status');
      box.append(line('text', text), ...(help ? [line('help', help)] : []));
      box.addEventListener('click', remove);
      if (button && act) {
        const element = page.createElement('button');
        element.textContent = button;
        element.addEventListener('click', act);
        box.append(element);
      }
      box.addEventListener('pointerenter', () => clearTimeout(timer));
      box.addEventListener('pointerleave', () => !act && leaveLater());
      overlay.shadow.append(box);
      if (!act) leaveLater();
    },
  };
}
