import { expect } from '@playwright/test';
import { openPanelPage } from '../../browser/drive-extension';
import { type PopupPage, popupPage } from '../../browser/popup-page';
import { addressOf } from '../demo-addresses';
import type { GalleryState, GalleryTools, WindowSize } from './gallery-state';
import { settledList } from './settled-list';

/** What browsers make of a side panel: high and narrow, or as wide as somebody draws it. */
const panelSize = { width: 360, height: 760 };
const wideSize = { width: 600, height: 760 };

/** The side panel beside a document. */
async function panelOf(tools: GalleryTools, address: string): Promise<PopupPage> {
  await tools.openDocument(address);
  return popupPage(await openPanelPage(tools.extension), tools.words);
}

/** The side panel with the list of a document's boards. */
function listState(name: string, address: string, size: WindowSize): GalleryState {
  return {
    name,
    size,
    show: async (tools) => settledList(await panelOf(tools, address), tools.words, size),
  };
}

/** The side panel, with an account that may read everything. */
export const panelStates: readonly GalleryState[] = [
  listState('panel-list', addressOf('DocCheckout0000000000000001'), panelSize),
  listState('panel-wide', 'https://acme.feishu.cn/wiki/WikOnboarding00000000000001', wideSize),
  {
    name: 'panel-not-a-document',
    size: panelSize,
    show: async (tools) => {
      const { page } = await panelOf(tools, 'about:blank');
      await expect(page.locator('.state')).toBeVisible();
      return page;
    },
  },
];
