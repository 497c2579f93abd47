import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type ExtensionBrowser,
  type LaunchedBrowser,
  launchExtension,
  launchPlain,
} from '../browser/launch-extension';
import type { Seed } from '../feishu/seed';
import { type Feishu, startFeishu } from '../feishu/server';

/** The build of `wxt build --mode bench`, which is that of `npm run build` in a folder of its own. */
const buildFolder = fileURLToPath(new URL('../../.output/chrome-mv3-bench', import.meta.url));

/** A page that the product does not have: the least that an extension can open. */
const emptyPage = '<!doctype html><html lang="en"><title>Empty</title><body>Empty</body></html>\n';

/** What a figure measures with. All of it is closed when the figure is done. */
export interface BenchContext {
  /** Folder of the built extension, as it ships. */
  buildFolder: string;
  /** Starts an embedded Feishu; without a seed, the demo's. */
  startFeishu(seed?: Seed): Promise<Feishu>;
  /** Starts Chromium with the extension, to which a page `empty.html` was added. */
  launchExtension(feishu: Feishu): Promise<ExtensionBrowser>;
  /** Starts the same Chromium without the extension. */
  launchPlain(feishu: Feishu): Promise<LaunchedBrowser>;
  /** Says how far the measuring has come. */
  note(words: string): void;
}

/** Runs `use` with a context, and closes whatever was opened by it. */
export async function withContext<Result>(
  note: (words: string) => void,
  use: (context: BenchContext) => Promise<Result>,
): Promise<Result> {
  const closing: (() => Promise<unknown>)[] = [];
  const kept = <Open extends { close(): Promise<unknown> }>(open: Open): Open => {
    closing.unshift(() => open.close());
    return open;
  };
  const copyOfBuild = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'board-saver-bench-'));
    closing.push(() => rm(folder, { recursive: true, force: true }));
    await cp(buildFolder, folder, { recursive: true });
    await writeFile(join(folder, 'empty.html'), emptyPage);
    return folder;
  };
  try {
    return await use({
      buildFolder,
      startFeishu: async (seed) => kept(await startFeishu(seed ? { seed } : {})),
      launchExtension: async ({ port }) =>
        helped(
          kept(await launchExtension({ port, extension: await copyOfBuild(), isTimed: true, isOpen: true })),
        ),
      launchPlain: async ({ port }) => helped(kept(await launchPlain({ port, isTimed: true }))),
      note,
    });
  } finally {
    for (const close of closing) await close();
  }
}

/** Lets the figures' functions run in pages: tsx gives inner functions their names by a helper, which pages lack. */
async function helped<Browser extends LaunchedBrowser>(browser: Browser): Promise<Browser> {
  await browser.context.addInitScript('globalThis.__name ??= (it) => it;');
  return browser;
}
