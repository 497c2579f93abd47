import type { Page } from '@playwright/test';

/** What was dropped, as far as the tests' own pointer carries it: it leaves the files behind. */
export interface Dropped {
  html: string;
  /** The address of the picture. */
  url: string;
}

/** Waits for the next thing that is dropped on an element of a page, which takes anything then. */
export async function nextDrop(page: Page, selector: string): Promise<Dropped> {
  return page.evaluate(
    (target) =>
      new Promise<Dropped>((resolve) => {
        const element = document.querySelector(target) ?? document.body;
        element.addEventListener('dragover', (event) => event.preventDefault());
        element.addEventListener('drop', (event) => {
          event.preventDefault();
          if (!(event instanceof DragEvent) || !event.dataTransfer) return;
          const { dataTransfer } = event;
          resolve({
            html: dataTransfer.getData('text/html'),
            url: dataTransfer.getData('text/uri-list'),
          });
        });
      }),
    selector,
  );
}

/** The picture within HTML that was dropped. */
export function pictureIn(html: string): Buffer {
  return Buffer.from(/src="data:image\/png;base64,([^"]+)"/.exec(html)?.[1] ?? '', 'base64');
}
