import type { BenchContext } from './bench-context';
import { followMemory, type MemoryUse } from './extension-memory';
import { launchWithPopup, manyBoards, startReady, timeToSave } from './many-boards';

/** How much more than before an extension takes at most while it saves so many boards of 500 kB, in MB. */
export async function memoryToSave(context: BenchContext, boards: number): Promise<MemoryUse> {
  const feishu = await startReady(context, manyBoards(boards));
  const { browser, popup } = await launchWithPopup(context, feishu);
  const { before, peak } = await followMemory(browser, () => timeToSave(popup, boards));
  await browser.close();
  await feishu.close();
  const added = {
    heap: peak.heap - before.heap,
    buffers: peak.buffers - before.buffers,
    process: peak.process - before.process,
  };
  const [heap, buffers, process] = [added.heap, added.buffers, added.process].map((mb) => mb.toFixed(1));
  context.note(`${boards} boards: heap +${heap} MB, buffers +${buffers} MB, processes +${process} MB`);
  return added;
}
