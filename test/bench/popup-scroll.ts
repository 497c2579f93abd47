import type { BenchContext } from './bench-context';
import type { Measurement } from './figure';
import { type ListedDocument, preparePopup, settled } from './popup-list';

const rounds = 7;

/**
 * The longest time between two frames, in ms, while the popup's list is scrolled from its first row to its last, two
 * rows a frame. Its reference is the same in a list of as many empty rows.
 */
export async function timeToScroll(context: BenchContext, document: ListedDocument): Promise<Measurement> {
  const { page, url, emptyUrl } = await preparePopup(context, document);
  const values: number[] = [];
  const reference: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    await page.goto(emptyUrl);
    await page.evaluate(makeEmptyList, document.boards);
    reference.push(await page.evaluate(longestFrame));
    // Opened anew each time: its rows have not been drawn.
    await page.goto(url);
    await page
      .locator('li[data-block-id]')
      .nth(document.boards - 1)
      .waitFor({ state: 'attached' });
    await settled(page);
    values.push(await page.evaluate(longestFrame));
    context.note(`round ${round}: ${values.at(-1)?.toFixed(1)} ms, empty ${reference.at(-1)?.toFixed(1)} ms`);
  }
  return { values, reference };
}

/** Runs in the empty page. */
function makeEmptyList(rows: number): void {
  const list = document.createElement('ul');
  list.className = 'list';
  Object.assign(list.style, { blockSize: '450px', overflow: 'auto', margin: '0' });
  for (let row = 0; row < rows; row++) {
    const item = document.createElement('li');
    item.style.blockSize = '65px';
    item.textContent = `Row ${row}`;
    list.append(item);
  }
  document.body.append(list);
}

/** Runs in the page. */
function longestFrame(): Promise<number> {
  const list = document.querySelector('ul.list');
  if (!list) throw new Error('there is no list');
  return new Promise((resolve) => {
    let longest = 0;
    let last: number | undefined;
    const step = (): void => {
      const now = performance.now();
      if (last !== undefined) longest = Math.max(longest, now - last);
      last = now;
      const isAtEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
      if (isAtEnd) return resolve(longest);
      list.scrollTop += 130;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}
