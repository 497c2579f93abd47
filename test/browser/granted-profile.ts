import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A profile in which the user has once allowed an extension these hosts, and has taken them back since: the browser
 * gives them again without its own question, which no test tool can answer.
 */
export async function profileThatAllowed(
  extensionId: string,
  origins: readonly string[],
): Promise<{ profile: string; downloads: string }> {
  const profile = await mkdtemp(join(tmpdir(), 'board-saver-granted-'));
  const downloads = join(profile, 'downloads');
  const granted = { api: [], explicit_host: origins, manifest_permissions: [], scriptable_host: [] };
  const preferences = {
    download: { default_directory: downloads, prompt_for_download: false },
    extensions: {
      ui: { developer_mode: true },
      settings: { [extensionId]: { granted_permissions: granted, runtime_granted_permissions: granted } },
    },
  };
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return { profile, downloads };
}
