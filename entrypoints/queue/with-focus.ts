import browser from 'webextension-polyfill';

/** Runs something with the focus on this window, which the clipboard asks for, and gives it back to the one that had it. */
export async function withFocus(work: () => Promise<void>): Promise<void> {
  const [before, own] = await Promise.all([browser.windows.getLastFocused(), browser.windows.getCurrent()]);
  const focused = new Promise<void>((resolve) => {
    if (document.hasFocus()) resolve();
    else window.addEventListener('focus', () => resolve(), { once: true });
  });
  if (own.id !== undefined) await browser.windows.update(own.id, { focused: true });
  await focused;
  await work();
  if (before.id !== undefined && before.id !== own.id) {
    await browser.windows.update(before.id, { focused: true });
  }
}
