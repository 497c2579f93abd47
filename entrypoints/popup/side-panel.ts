import { browser } from 'wxt/browser';
import type { SidePanel } from '../../components/ui/popup/popup-deps';

/** Chromium's side panel; undefined where the browser has none. */
export function sidePanel(): SidePanel | undefined {
  const { sidePanel: panel, windows } = browser;
  return 'sidePanel' in browser
    ? {
        async open() {
          await panel.open({ windowId: windows.WINDOW_ID_CURRENT });
          window.close();
        },
      }
    : undefined;
}
