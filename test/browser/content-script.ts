import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from './launch-extension';

/** Runs an expression where the extension's content script runs: in the page, in a world of its own. */
export async function evaluateInContentScript(
  { origin }: ExtensionBrowser,
  page: Page,
  expression: string,
): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  try {
    let contextId: number | undefined;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === origin) contextId = context.id;
    });
    await session.send('Runtime.enable'); // tells of the contexts that there are before it answers
    if (contextId === undefined) throw new Error('the page has no content script');
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await session.detach();
  }
}
