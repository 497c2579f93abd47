import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Page, test } from '@playwright/test';
import { openPopup, signIn } from '../browser/drive-extension';
import { type ExtensionBrowser, launchExtension } from '../browser/launch-extension';
import { type PopupPage, popupPage } from '../browser/popup-page';
import { testZip, zipFile, zipNames, zipPictures } from '../browser/read-zip';
import { stopWorkers } from '../browser/stop-workers';
import { wordsOf } from '../browser/words';
import { startFeishu } from '../feishu/server';
import { addChaos, boardCount, chaosDocument, chaosSeed, createChance } from './chaos-world';
import { isSame } from './compare-bytes';
import { addressOf, timesAsked } from './demo-addresses';
import { readStores } from './read-stores';
import { servedBoards } from './served-boards';

/** What a job has to survive all at once. `CHAOS_SEED=n` repeats one run. */

const words = wordsOf('en');
const kills = 20;

interface Report {
  boards: { id: string; file?: string; bytes?: number; sha256?: string; error?: { code: string } }[];
}

async function popupOver(browser: ExtensionBrowser): Promise<PopupPage> {
  // A page of its own: what a browser shows at its start is not the test's.
  const document = await browser.context.newPage();
  await document.goto(addressOf(chaosDocument));
  const popup = popupPage(await openPopup(browser, document), words);
  await popup.page.bringToFront();
  return popup;
}

/** Stops the worker at chance moments. The popup, which watches, wakes it each time. */
async function killWorkers(page: Page, times: number, chance: () => number): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    await pause(100 + 600 * chance());
    await stopWorkers(page);
  }
}

const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 100_000);

/** What a job has left on disk. */
interface Saved {
  report: Report;
  /** Names of the pictures, in the order of the document. */
  names: string[];
  /** Their bytes, one after the other. */
  pictures: Buffer;
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare;

/** Reads what was saved, and fails where there is anything else, or what other programs find wrong. */
const readSaved: Record<'zip' | 'files', (downloads: string) => Promise<Saved>> = {
  async zip(downloads) {
    expect(await readdir(downloads)).toEqual(['Chaos.zip']);
    const zip = join(downloads, 'Chaos.zip');
    await testZip(zip);
    return {
      report: JSON.parse((await zipFile(zip, 'Chaos/report.json')).toString()) as Report,
      names: (await zipNames(zip)).slice(0, -2),
      pictures: await zipPictures(zip),
    };
  },
  async files(downloads) {
    expect(await readdir(downloads)).toEqual(['Chaos']);
    const folder = join(downloads, 'Chaos');
    const all = (await readdir(folder)).toSorted(byNumber);
    expect(all.slice(-2)).toEqual(['index.html', 'report.json']);
    const names = all.slice(0, -2);
    return {
      report: JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as Report,
      names,
      pictures: Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name))))),
    };
  },
};

for (const output of ['zip', 'files'] as const) {
  test(`a job survives killed workers, a closed browser, lost sign-ins and a server in trouble (${output})`, async () => {
    test.setTimeout(240_000);
    console.log(`CHAOS_SEED=${seed}`);
    const chance = createChance(seed);
    const feishu = await startFeishu({ seed: chaosSeed });
    const profile = await mkdtemp(join(tmpdir(), 'board-saver-chaos-'));
    let browser = await launchExtension({ port: feishu.port, profile });
    try {
      const lost = addChaos(feishu, chance);
      await signIn(browser, 'feishu', 'u-chaos-0');
      let popup = await popupOver(browser);
      await popup.chooseOutput(output);
      await popup.saveAll(boardCount);

      await killWorkers(popup.page, kills / 2, chance);
      for (const next of ['u-chaos-1', 'u-chaos-2']) {
        // The server knows the token no more: the job waits, and goes on after the next sign-in.
        for (const token of feishu.store.tokens()) if (token.token !== next) token.expiresAt = 0;
        await expect(popup.job).toHaveAttribute('data-job-state', 'waiting', { timeout: 20_000 });
        await signIn(browser, 'feishu', next);
        await killWorkers(popup.page, 2, chance);
        if (next === 'u-chaos-2') break;
        await browser.close();
        browser = await launchExtension({ port: feishu.port, profile });
        popup = await popupOver(browser);
        for (const token of feishu.store.tokens())
          if (token.token === 'u-chaos-2') token.expiresAt = Infinity;
      }
      // Single files take a while, during which workers are killed as well.
      if (output === 'files') {
        await expect(popup.job).toHaveAttribute('data-job-state', 'saving', { timeout: 60_000 });
      }
      await killWorkers(popup.page, kills / 2 - 4, chance);
      await expect(popup.job).toHaveAttribute('data-job-state', 'done', { timeout: 100_000 });

      const { report, names, pictures } = await readSaved[output](browser.downloads);
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
      // Killed or not: whoever is final is asked once and no more, as the server saw it.
      for (const [id, code] of lost) {
        if (code !== 'response-not-image') expect(timesAsked(feishu, id), id).toBeLessThanOrEqual(kills);
      }
    } finally {
      await browser.close();
      await feishu.close();
      await rm(profile, { recursive: true, force: true });
    }
  });
}
