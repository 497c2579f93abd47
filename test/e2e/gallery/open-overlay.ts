import type { Page } from '@playwright/test';
import type { OverlayName } from '../../../components/page-toolbar/overlay';
import { inOverlay } from '../../browser/in-overlay';

/** Opens to the page's scripts, and so to axe-core, what stands closed in it; for a page that is thrown away then. */
export async function openOverlay(page: Page, name: OverlayName): Promise<void> {
  const isOpened = await inOverlay(page, name, function read() {
    return Reflect.defineProperty(this.host, 'shadowRoot', { value: this });
  });
  if (!isOpened) throw new Error(`there is no ${name} in the page`);
}
