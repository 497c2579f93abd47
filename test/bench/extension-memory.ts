import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { WebSocket } from 'ws';

/** What an extension takes at one moment, in MB. */
export interface MemoryUse {
  /** The JavaScript heaps of its worker and pages. */
  heap: number;
  /** Bytes that JavaScript holds outside of them, such as pictures on their way, garbage included. */
  buffers: number;
  /** Its processes, as far as they share nothing with others. */
  process: number;
}

const target = v.object({ type: v.string(), url: v.string(), webSocketDebuggerUrl: v.string() });
const usage = v.object({
  result: v.object({ usedSize: v.number(), backingStorageSize: v.optional(v.number(), 0) }),
});
const everyMs = 100;

/**
 * Follows the memory of an extension while `work` runs.
 *
 * @param profile of a browser that was launched with `isOpen`
 * @param origin of the extension
 */
export async function followMemory(
  { profile, origin }: { profile: string; origin: string },
  work: () => Promise<unknown>,
): Promise<{ before: MemoryUse; peak: MemoryUse }> {
  const port = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')[0] ?? '';
  const look = async (): Promise<MemoryUse> => ({
    ...(await heapOf(port, origin)),
    process: await processesOf(profile),
  });
  const before = await look();
  const peak = { ...before };
  let isOver = false;
  const worked = work().finally(() => (isOver = true));
  while (!isOver) {
    const now = await look();
    peak.heap = Math.max(peak.heap, now.heap);
    peak.buffers = Math.max(peak.buffers, now.buffers);
    peak.process = Math.max(peak.process, now.process);
    await pause(everyMs);
  }
  await worked;
  return { before, peak };
}

async function heapOf(port: string, origin: string): Promise<Pick<MemoryUse, 'heap' | 'buffers'>> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
  const targets = v.parse(v.array(target), await answer.json());
  const own = targets.filter(({ url }) => url.startsWith(origin));
  // Pages of an extension share a process, and so a heap: whichever is asked tells of all.
  const heaps = new Map(
    own.map(({ type, webSocketDebuggerUrl }) => [type === 'service_worker', webSocketDebuggerUrl]),
  );
  const sizes = await Promise.all([...heaps.values()].map(heapBytes));
  return sizes.reduce(
    (sum, { heap, buffers }) => ({
      heap: sum.heap + heap / 1e6,
      buffers: sum.buffers + buffers / 1e6,
    }),
    nothing,
  );
}

const nothing = { heap: 0, buffers: 0 };

/** In bytes; nothing for one that has gone meanwhile. */
function heapBytes(address: string): Promise<typeof nothing> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address);
    socket.addEventListener('open', () =>
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' })),
    );
    socket.addEventListener('message', ({ data }) => {
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), usage), data);
      if (!parsed.success) return;
      const { usedSize: heap, backingStorageSize: buffers } = parsed.output.result;
      resolve({ heap, buffers });
      socket.close();
    });
    for (const end of ['error', 'close'] as const) socket.addEventListener(end, () => resolve(nothing));
  });
}

/** Memory of the browser's processes that run extensions, in MB: what is theirs alone. Linux tells by `smaps_rollup`. */
async function processesOf(profile: string): Promise<number> {
  let sum = 0;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (!command.includes('--extension-process') || !(await isBelow(pid, profile))) continue;
    const memory = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    for (const [, kilobytes] of memory.matchAll(/^Private_\w+: +(\d+) kB$/gm))
      sum += Number(kilobytes) / 1000;
  }
  return sum;
}

/** Whether a process, or one that it descends from, was started for this profile. */
async function isBelow(pid: string, profile: string): Promise<boolean> {
  for (let at = pid; at !== '0' && at !== '';) {
    const command = await readFile(`/proc/${at}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(profile)) return true;
    const status = await readFile(`/proc/${at}/status`, 'utf8').catch(() => '');
    at = /^PPid:\s+(\d+)$/m.exec(status)?.[1] ?? '';
  }
  return false;
}
