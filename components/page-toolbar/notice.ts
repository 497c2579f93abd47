import type { PageNotice } from '../messaging/protocol';
import { noticeStyle } from './notice-style';
import { addOverlay } from './overlay';

/** How long a notice stays, in ms. It stays longer while the pointer is on it. */
const shownForMs = 8000;

/**
 * Shows one sentence in a corner of the page. A new notice takes the place of the last.
 */
export function createNotices(page: Document): { show(notice: PageNotice): void; remove(): void } {
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
    show({ tone, text, help }) {
      remove();
      const overlay = addOverlay(page, 'board-saver-notice', noticeStyle);
      ({ host } = overlay);
      const box = page.createElement('div');
      box.className = `box ${tone}`;
      box.setAttribute('role', tone === 'error' ? 'alert' : 'status');
      box.append(line('text', text), ...(help ? [line('help', help)] : []));
      box.addEventListener('click', remove);
      box.addEventListener('pointerenter', () => clearTimeout(timer));
      box.addEventListener('pointerleave', leaveLater);
      overlay.shadow.append(box);
      leaveLater();
    },
  };
}
