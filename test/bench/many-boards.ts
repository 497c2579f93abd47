import { setTimeout as pause } from 'node:timers/promises';
import { openPopup, signIn } from '../browser/drive-extension';
import type { ExtensionBrowser } from '../browser/launch-extension';
import { type PopupPage, popupPage } from '../browser/popup-page';
import { wordsOf } from '../browser/words';
import { pictureOf } from '../feishu/board-pictures';
import type { Seed } from '../feishu/seed';
import type { Feishu } from '../feishu/server';
import type { BenchContext } from './bench-context';

const documentId = 'DocBench0000000000000000001';
export const benchToken = 'u-bench';
export const benchBoard = (number: number): string => `BrdBench00000000000000${number}`;

/** A document with so many boards, each with a picture of half a megabyte. */
export function manyBoards(count: number): Seed {
  const blocks: Seed['documents'][number]['blocks'] = [
    {
      type: 'repeat',
      times: count,
      blocks: [{ type: 'board', board: 'BrdBench00000000000000{n}', caption: 'Board {n}' }],
    },
  ];
  return {
    tenants: [{ key: 'acme', brand: 'feishu', name: 'Acme' }],
    apps: [
      {
        id: 'cli_bench',
        secret: 'secret',
        tenant: 'acme',
        scopes: ['board:whiteboard:node:read', 'docx:document:readonly'],
      },
    ],
    users: [{ id: 'ou_bench', name: 'Bench', tenant: 'acme' }],
    tokens: [{ token: benchToken, app: 'cli_bench', user: 'ou_bench' }],
    boards: [{ id: 'BrdBench00000000000000{n}', times: count, scene: 'photo-wall', format: 'jpeg' }],
    documents: [{ id: documentId, tenant: 'acme', title: 'Bench', blocks }],
    wikiSpaces: [],
  };
}

/** An embedded Feishu whose pictures are drawn before anything is measured, and whose Open API takes 200 ms for every answer. */
export async function startReady({ startFeishu }: BenchContext, seed: Seed): Promise<Feishu> {
  const feishu = await startFeishu(seed);
  // Drawing takes a second each: a few pictures, shared by all boards.
  for (const [index, board] of feishu.store.boards().entries()) board.variant = index % 3;
  for (const board of feishu.store.boards().slice(0, 3)) await pictureOf(board);
  feishu.faults.add({ match: { path: '/open-apis/' }, kind: 'delay', delayMs: 200, times: Infinity });
  return feishu;
}

/**
 * A browser of its own, in which nothing is stored and somebody is signed in, and the popup over that document, or over the
 * page at another address, with its list complete.
 */
export async function launchWithPopup(
  { launchExtension }: BenchContext,
  feishu: Feishu,
  address = `https://acme.feishu.cn/docx/${documentId}`,
): Promise<{ browser: ExtensionBrowser; popup: PopupPage }> {
  const browser = await launchExtension(feishu);
  await signIn(browser, 'feishu', benchToken);
  const document = await browser.context.newPage();
  await document.goto(address);
  const words = wordsOf('en');
  const popup = popupPage(await openPopup(browser, document), words);
  await popup.page.bringToFront();
  await popup.rows.first().waitFor({ timeout: 60_000 });
  await popup.page.getByText(words('popup_checking')).waitFor({ state: 'detached', timeout: 60_000 });
  return { browser, popup };
}

/** Resolves when the popup shows that the job is done: it is told of changes, so that looking takes no time from the job. */
const whenDone = (): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector('[data-job-state="done"]')) resolve();
    };
    new MutationObserver(look).observe(document.body, { attributes: true, childList: true, subtree: true });
    look();
  });

/** Saves all boards from the popup: from the click to the finished file, in seconds. */
export async function timeToSave(popup: PopupPage, count: number): Promise<number> {
  // What the rows of the popup fetched for themselves is over, and its share of the limit is free again.
  await pause(2000);
  const began = performance.now();
  await popup.saveAll(count);
  await popup.page.evaluate(whenDone);
  return (performance.now() - began) / 1000;
}

/** Saves all boards at and below the wiki page from the popup, in seconds: counted, agreed to at once, and saved. */
export async function timeToSaveWiki({ page, press }: PopupPage): Promise<number> {
  const words = wordsOf('en');
  await pause(2000);
  const began = performance.now();
  await press(words('wiki_save_below'));
  await press(words('job_accept'));
  await page.evaluate(whenDone);
  return (performance.now() - began) / 1000;
}
