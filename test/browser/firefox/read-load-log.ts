import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** What has Firefox write down each load of anything, with who wanted it, into a file that begins with `path`. */
export function loadLogEnvironment(path: string): Record<string, string> {
  return { MOZ_LOG: 'CSMLog:5', MOZ_LOG_FILE: path };
}

/**
 * The hosts that an origin asked, by that log: whatever asked, background or page, and whether or not an answer came.
 * Source: https://searchfox.org/mozilla-central/source/dom/security/nsContentSecurityManager.cpp (`DebugDoContentSecurityCheck`)
 *
 * @param path as above
 * @param origin such as `moz-extension://…`
 */
export async function hostsLoadedBy(path: string, origin: string): Promise<Set<string>> {
  const hosts = new Set<string>();
  let url = '';
  // Of the process that all loads from the network go through; the others have files of their own.
  for await (const line of createInterface(createReadStream(`${path}.moz_log`))) {
    url = / channelURI: "([^"]+)"$/.exec(line)?.[1] ?? url;
    const isAsked = line.includes(` triggeringPrincipal: "${origin}`);
    if (isAsked && /^(https?|wss?):/.test(url)) hosts.add(new URL(url).hostname);
  }
  return hosts;
}
