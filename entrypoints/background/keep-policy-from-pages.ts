import browser from 'webextension-polyfill';

/**
 * A policy may hold the secret of the company's app: content scripts, which live in the pages' processes, are kept
 * from it where the browser can do that.
 * Source: https://developer.chrome.com/docs/extensions/reference/api/storage#method-StorageArea-setAccessLevel
 */
export function keepPolicyFromPages(): void {
  const { managed } = browser.storage;
  if (canBeKept(managed)) void managed.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** The types of the polyfill do not know what Chromium alone can do. */
function canBeKept(area: object): area is { setAccessLevel(to: { accessLevel: string }): Promise<void> } {
  return 'setAccessLevel' in area;
}
