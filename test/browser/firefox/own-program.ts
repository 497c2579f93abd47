import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** The installed Firefox under another path: with an administrator of its own, whose word concerns no other Firefox. */
export interface OwnProgram {
  /** Of its program. */
  path: string;
  remove(): Promise<void>;
}

/** What the machine's administrator says counts more than what lies beside the program. */
const machinePolicies = '/etc/firefox/policies/policies.json';

function installedProgram(): string {
  return process.env['BOARD_SAVER_FIREFOX'] ?? '/usr/bin/firefox-esr';
}

/** Whether a policy beside the program is read here: it is in a plain folder on Linux, unless the machine has one. */
export function readsPoliciesBeside(): boolean {
  if (process.platform !== 'linux' || existsSync(machinePolicies)) return false;
  const program = installedProgram();
  return existsSync(program) && existsSync(join(dirname(realpathSync(program)), 'libxul.so'));
}

/**
 * Makes a folder that looks like the program's own, with `policies.json` where Firefox looks for it: in `distribution`
 * beside the program. Only the program itself is copied, because it looks for the rest beside it; the rest is linked to.
 * Source: https://mozilla.github.io/policy-templates/
 *
 * @param policies text of `policies.json`
 */
export async function programWithPolicies(policies: string): Promise<OwnProgram> {
  const program = await realpath(installedProgram());
  const installed = dirname(program);
  const folder = await mkdtemp(join(tmpdir(), 'board-saver-firefox-'));
  const path = join(folder, basename(program));
  for (const name of await readdir(installed)) {
    if (name !== basename(program) && name !== 'distribution') {
      await symlink(join(installed, name), join(folder, name));
    }
  }
  await cp(program, path);
  await mkdir(join(folder, 'distribution'));
  await writeFile(join(folder, 'distribution', 'policies.json'), policies);
  return { path, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
