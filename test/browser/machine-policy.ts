import { mkdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where Chromium looks for what the administrator of a Linux machine prescribes.
 * Source: https://www.chromium.org/administrators/linux-quick-start/
 */
const folders = ['/etc/chromium', '/etc/chromium/policies', '/etc/chromium/policies/managed'] as const;
const managed = folders[2];

/** A policy for one extension, as a file that Chromium finds. */
export interface MachinePolicy {
  write(policy: object): void;
  /** Removes the file, and the folders that were made for it. */
  remove(): void;
}

/** Whether this process may say what Chromium reads: root can, on a machine of its own. */
export function canWritePolicies(): boolean {
  try {
    const probe = machinePolicy('board-saver-probe');
    probe.write({});
    probe.remove();
    return true;
  } catch {
    return false;
  }
}

/** The policy of an extension. A browser that runs hears of each change. */
export function machinePolicy(extensionId: string): MachinePolicy {
  const made = folders.filter((folder) => mkdirSync(folder, { recursive: true }) !== undefined);
  const file = join(managed, `${extensionId}.json`);
  return {
    write(policy) {
      writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: policy } } }));
    },
    remove() {
      rmSync(file, { force: true });
      for (const folder of made.toReversed()) {
        try {
          rmdirSync(folder);
        } catch {
          // Somebody else's policy lies there by now.
        }
      }
    },
  };
}
