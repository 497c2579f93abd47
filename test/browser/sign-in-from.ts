import { expect, type Worker } from '@playwright/test';

/** The extension's own API, as our pages see it. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Signs in with a token as the options page does, without the clicking: that has a test of its own. `page` is of the extension. */
export async function signInFrom(
  page: Pick<Worker, 'evaluate'>,
  brand: 'feishu' | 'lark',
  token: string,
): Promise<void> {
  const reply = await page.evaluate(
    (params) => chrome.runtime.sendMessage({ target: 'background', name: 'account/sign-in', params }),
    { brand, token },
  );
  expect(reply).toMatchObject({ ok: true, value: { signedIn: true } });
}
