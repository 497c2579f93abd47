import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * The hosts that an origin asked, by the log that Chromium writes of its network: whatever asked, worker or page,
 * and whether or not an answer came.
 *
 * @param path of the log: one event on each line
 * @param origin such as `chrome-extension://…`
 */
export async function hostsAskedBy(path: string, origin: string): Promise<Set<string>> {
  const hosts = new Set<string>();
  for await (const line of createInterface(createReadStream(path))) {
    if (!line.includes(`"initiator":"${origin}`)) continue;
    const [, url = ''] = /"url":"((?:https?|wss?):[^"]+)"/.exec(line) ?? [];
    if (url) hosts.add(new URL(url).hostname);
  }
  return hosts;
}
