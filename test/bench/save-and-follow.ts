import type { BenchContext } from './bench-context';
import { followMemory, type MemoryUse } from './extension-memory';
import { makeReady, manyBoards, popupOfMany, signInToBench, timeToSave } from './many-boards';

/** How much more than before an extension takes at most while it saves so many boards of 500 kB, in MB. */
export async function memoryToSave(
  { startFeishu, launchExtension, note }: BenchContext,
  boards: number,
): Promise<MemoryUse> {
  const feishu = await startFeishu(manyBoards(boards));
  await makeReady(feishu);
  const browser = await launchExtension(feishu);
  await signInToBench(browser);
  const popup = await popupOfMany(browser);
  const { before, peak } = await followMemory(browser, () => timeToSave(popup, boards));
  await browser.close();
  await feishu.close();
  const added = { heap: peak.heap - before.heap, process: peak.process - before.process };
  note(`${boards} boards: heap +${added.heap.toFixed(1)} MB, processes +${added.process.toFixed(1)} MB`);
  return added;
}
