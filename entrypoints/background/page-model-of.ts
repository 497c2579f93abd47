import browser from 'webextension-polyfill';

/**
 * Reads the own model of a tab's page, in the page's world. The answer comes straight to the extension, where the
 * page's other scripts cannot step in; it is the page's word all the same, and parsed before it is believed.
 */
export async function readPageModelOf(tabId: number): Promise<unknown> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    world: 'MAIN',
    files: ['/page-model.js'],
    injectImmediately: true,
  });
  return frame?.result;
}
