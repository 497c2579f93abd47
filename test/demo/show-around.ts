import { signIn } from '../browser/drive-extension';
import { launchExtension } from '../browser/launch-extension';
import type { Feishu } from '../feishu/server';
import { demo } from './demo-world';

/** Opens a browser with the extension signed in and a document full of boards, and stays until it is closed. */
export async function showAround(feishu: Feishu): Promise<void> {
  const browser = await launchExtension({ port: feishu.port, headless: false, downloads: demo.outputFolder });
  await signIn(browser, 'feishu', demo.token);
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(demo.documentUrl);
  console.log(`
A browser has opened with the extension in it and a document full of boards. Try this:
  1. Right-click a board, and choose "Save board as image".
  2. Click the extension's icon (the jigsaw piece, then Board Saver), and choose "Save all".
  3. Click "Copy" beside a board there, and paste it into a slide.
Files are saved in ${browser.downloads}
Close the browser, or press Ctrl+C here, to end the demo.
`);
  await new Promise<void>((resolve) => {
    browser.context.once('close', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await browser.close();
}
