import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser, type Browser } from 'wxt/browser';

declare global {
  /** The tab that the popup is for, undefined for one that has gone: asked for before the popup's own script is there. */
  var popupTab: Promise<Browser.tabs.Tab | undefined> | undefined;
  /** What the administrator says, as it was read: what is forbidden is not even shown in the first frame. */
  var popupPolicy: Promise<unknown> | undefined;
}

/** Runs while the popup's script is being loaded. `?tab=7` names a tab; else it is the one in front. */
export default defineUnlistedScript(() => {
  const asked = new URLSearchParams(location.search).get('tab');
  globalThis.popupTab =
    asked === null
      ? browser.tabs.query({ active: true, currentWindow: true }).then(([active]) => active)
      : browser.tabs.get(Number(asked)).catch(() => undefined);
  // Firefox rejects where there is no policy.
  globalThis.popupPolicy = browser.storage.managed.get(null).catch(() => undefined);
  // Read from disk as a whole when it is first touched.
  void localStorage.length;
});
