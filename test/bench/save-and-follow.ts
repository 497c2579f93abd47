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
  const added = {
    heap: peak.heap - before.heap,
    buffers: peak.buffers - before.buffers,
    process: peak.process - before.process,
  };
  const [heap, buffers, process] = [added.heap, added.buffers, added.process].map((mb) => mb.toFixed(1));
  note(`${boards} boards: heap +${heap} MB, buffers +${buffers} MB, processes +${process} MB`);
  return added;
}
