/**
 * Runs in the popup: brings row after row into sight until each of so many has its thumbnail, and measures the longest
 * time, in ms, for which nothing else could run.
 */
export async function longestBlock(boards: number): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  port1.addEventListener('message', () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);

  const list = document.querySelector('ul.list');
  if (!list) throw new Error('there is no list');
  while (list.querySelectorAll('li[data-block-id] img').length < boards) {
    const waiting = [...list.querySelectorAll('li[data-block-id]')].find((row) => !row.querySelector('img'));
    if (waiting) waiting.scrollIntoView({ block: 'center' });
    else list.scrollTop = list.scrollHeight;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  isOver = true;
  return longest;
}
