import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { evaluateInContentScript } from '../browser/content-script';
import type { BenchContext } from './bench-context';
import type { Measurement } from './figure';
import { median } from './statistics';

/** A document page: its content script runs there as anywhere. */
const documentUrl = 'https://acme.feishu.cn/docx/DocCheckout0000000000000001';
const rounds = 11;

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

  const pairs: { withIt: number; without: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    // Whoever comes first may have it easier: they take turns at that as well.
    const first = await measure(await (round % 2 ? withIt : without)());
    const second = await measure(await (round % 2 ? without : withIt)());
    const pair = round % 2 ? { withIt: first, without: second } : { withIt: second, without: first };
    note(`round ${round + 1}: ${pair.withIt.toFixed(1)} ms with, ${pair.without.toFixed(1)} ms without`);
    pairs.push(pair);
  }
  const reference = pairs.map((pair) => pair.without);
  return {
    values: pairs.map((pair) => pair.withIt - pair.without),
    reference,
    ratio: median(pairs.map((pair) => pair.withIt)) / median(reference),
  };
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
