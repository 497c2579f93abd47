import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { openPopup, signIn } from '../browser/drive-extension';
import { type ExtensionBrowser, launchExtension } from '../browser/launch-extension';
import { type PopupPage, popupPage } from '../browser/popup-page';
import { stopWorkers } from '../browser/stop-workers';
import { wordsOf } from '../browser/words';
import { type Feishu, startFeishu } from '../feishu/server';
import type { Saved } from './chaos-saved';
import { addChaos, boardCount, chaosDocument, chaosSeed, createChance } from './chaos-world';
import { isSame } from './compare-bytes';
import { addressOf, timesAsked } from './demo-addresses';
import { readFailed } from './read-failed';
import { readStores } from './read-stores';
import { servedBoards } from './served-boards';

/** A job over all boards, and what happens to it. */
export interface ChaosRun {
  popup(): PopupPage;
  /** Stops the worker at chance moments. The popup, which watches, wakes it each time. */
  killWorkers(times: number): Promise<void>;
  /** The server knows no token any more: the job waits, and goes on after the next sign-in. */
  loseSignIn(next: string): Promise<void>;
  restartBrowser(): Promise<void>;
  /** Waits for the end, and holds what was saved against what the server has. */
  expectAllSaved(readSaved: (downloads: string) => Promise<Saved>): Promise<void>;
}

/** Opens a browser whose server fails as `seed` says, and hands it over with nothing started yet. */
export async function withChaos(seed: number, run: (chaos: ChaosRun) => Promise<void>): Promise<void> {
  const chance = createChance(seed);
  const feishu = await startFeishu({ seed: chaosSeed });
  const profile = await mkdtemp(join(tmpdir(), 'board-saver-chaos-'));
  const launch = (): Promise<ExtensionBrowser> => launchExtension({ port: feishu.port, profile });
  let browser = await launch();
  try {
    const lost = addChaos(feishu, chance);
    /** How often a board that nobody can have was asked for, when the records first called it failed for that. */
    const askedUntilFinal = new Map<string, number>();
    await signIn(browser, 'feishu', 'u-chaos-0');
    let popup = await openOver(browser);

    await run({
      popup: () => popup,
      async killWorkers(times) {
        for (let round = 0; round < times; round += 1) {
          await pause(100 + 600 * chance());
          await stopWorkers(popup.page);
          for (const { whiteboardId: id, code } of await readFailed(popup.page)) {
            if (lost.get(id) !== code || askedUntilFinal.has(id)) continue;
            askedUntilFinal.set(id, timesAsked(feishu, id));
          }
        }
      },
      async loseSignIn(next) {
        expire(feishu, next);
        await expect(popup.job).toHaveAttribute('data-job-state', 'waiting', { timeout: 20_000 });
        await signIn(browser, 'feishu', next);
      },
      async restartBrowser() {
        await browser.close();
        browser = await launch();
        popup = await openOver(browser);
      },
      async expectAllSaved(readSaved) {
        await expect(popup.job).toHaveAttribute('data-job-state', 'done', { timeout: 100_000 });

        const { report, names, pictures } = await readSaved(browser.downloads);
        expect(report.boards).toHaveLength(boardCount);
        const failures = report.boards.flatMap(({ id, error }) => (error ? [[id, error.code] as const] : []));
        expect(new Map(failures)).toEqual(lost);

        const served = (await servedBoards(feishu, chaosDocument)).filter(({ board }) => !lost.has(board.id));
        expect(names).toHaveLength(served.length);
        expect(new Set(names).size).toBe(served.length);
        expect(isSame(pictures, Buffer.concat(served.map(({ picture }) => picture.bytes)))).toBe(true);

        // No orphans: bytes and records are those of the boards that there are, and nothing is on its way.
        const stores = await readStores(popup.page);
        expect(stores['board-saver-image-blobs']).toEqual(stores['board-saver-images']);
        expect(stores['board-saver-images']).toHaveLength(served.length);
        expect(stores['board-saver-outbox'] ?? []).toEqual([]);

        // What the records call final is not asked for again, as the server saw it, whatever was killed.
        expect(askedUntilFinal.size).toBeGreaterThan(0);
        const asked = [...askedUntilFinal.keys()].map((id) => [id, timesAsked(feishu, id)] as const);
        expect(new Map(asked)).toEqual(askedUntilFinal);
      },
    });
  } finally {
    await browser.close();
    await feishu.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function openOver(browser: ExtensionBrowser): Promise<PopupPage> {
  // A page of its own: what a browser shows at its start is not the test's.
  const document = await browser.context.newPage();
  await document.goto(addressOf(chaosDocument));
  const popup = popupPage(await openPopup(browser, document), wordsOf('en'));
  await popup.page.bringToFront();
  return popup;
}

/** Has the server know this token alone. */
function expire(feishu: Feishu, next: string): void {
  for (const token of feishu.store.tokens()) token.expiresAt = token.token === next ? Infinity : 0;
}
