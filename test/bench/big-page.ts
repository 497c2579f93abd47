import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { evaluateInContentScript } from '../browser/content-script';
import type { BenchContext } from './bench-context';
import type { Measurement } from './figure';
import { median } from './statistics';

/** A document page: its content script runs there as anywhere. */
const documentUrl = 'https://acme.feishu.cn/docx/DocCheckout0000000000000001';
const rounds = 7;
/** How often each is measured in a round. The least counts: whatever else the machine does can only add to it. */
const tries = 3;

/** A page of 80,000 nodes that has been loaded, and the clock of its scripts. */
export interface BigPage {
  page: Page;
  /** Script time of the page since it began to load, the extension's in it included, in ms. */
  scriptMs(): Promise<number>;
}

/**
 * How much script time the extension adds to something, in ms: the same with and without it, in turns, each time
 * on a page that was loaded anew.
 * @param measure does it, and returns the script time that it took
 */
export async function addedScriptTime(
  { startFeishu, launchExtension, launchPlain, note }: BenchContext,
  measure: (page: BigPage) => Promise<number>,
): Promise<Measurement> {
  const feishu = await startFeishu();
  const extension = await launchExtension(feishu);
  const plain = await launchPlain(feishu);
  const [withIt, without] = [await prepare(extension.context), await prepare(plain.context)];
  // Not counted: what is compiled and cached when a browser opens the page for the first time.
  for (const open of [withIt, without]) await measure(await open());
  // There would be nothing to measure if no content script ran there.
  const { page } = await withIt();
  await evaluateInContentScript(extension, page, '0');

  const reference: number[] = [];
  const extended: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const [best, bestOfPlain] = await leastOfEach(
      async () => measure(await withIt()),
      async () => measure(await without()),
    );
    note(`round ${round}: ${best.toFixed(1)} ms with, ${bestOfPlain.toFixed(1)} ms without`);
    extended.push(best);
    reference.push(bestOfPlain);
  }
  return {
    values: extended.map((ms, round) => ms - (reference[round] ?? NaN)),
    reference,
    ratio: median(extended) / median(reference),
  };
}

/** Takes turns, also at coming first: whoever does may have it easier. */
async function leastOfEach(
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<[number, number]> {
  let [ofOne, ofOther] = [Infinity, Infinity];
  for (let turn = 0; turn < tries; turn++) {
    if (turn % 2 === 0) ofOne = Math.min(ofOne, await one());
    ofOther = Math.min(ofOther, await other());
    if (turn % 2 === 1) ofOne = Math.min(ofOne, await one());
  }
  return [ofOne, ofOther];
}

/** Opens the page anew at every call, in the same tab. */
async function prepare(context: BrowserContext): Promise<() => Promise<BigPage>> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.addInitScript(addNodes);
  return async () => {
    await page.goto('about:blank');
    await page.goto(documentUrl);
    await page.waitForFunction(() => 'PageMain' in window && document.querySelector('#bench') !== null);
    return { page, scriptMs: () => scriptMs(session) };
  };
}

async function scriptMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const duration = metrics.find(({ name }) => name === 'ScriptDuration');
  if (!duration) throw new Error('Chromium has no ScriptDuration');
  return duration.value * 1000;
}

/** Runs in the page: adds 2,000 blocks of 40 nodes, one in twenty a board, as soon as there is a body. */
function addNodes(): void {
  document.addEventListener('DOMContentLoaded', () => {
    const area = document.createElement('div');
    area.id = 'bench';
    area.hidden = true; // script is measured: laying all of it out would only take time
    const block = document.createElement('div');
    block.className = 'block';
    // One by one: the page demands trusted types.
    for (let line = 0; line < 13; line++) {
      const text = document.createElement('span');
      text.textContent = 'x';
      block.appendChild(document.createElement('div')).append(text);
    }
    for (let at = 0; at < 2000; at++) {
      block.dataset['blockType'] = at % 20 === 0 ? 'whiteboard' : 'text';
      block.dataset['recordId'] = `Bench${at}`;
      area.append(block.cloneNode(true));
    }
    document.body.append(area);
  });
}
