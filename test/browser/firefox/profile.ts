import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeZip } from 'client-zip';

/** The extension's id in Firefox: `wxt.config.ts` has it. */
export const extensionId = 'board-saver@board-saver.example';

/** Firefox gives each profile another host name for the extension's pages; the tests choose theirs. */
const pagesHost = '6c1b5a52-31a0-4c52-9f0e-2f6a6f9d7a10';

/** Where the extension's pages are. */
export const firefoxOrigin = `moz-extension://${pagesHost}`;

/** Puts the extension into a profile, as one installs it for oneself: Firefox takes it up when it starts. */
export async function installExtension(profile: string, folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const zip = makeZip(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return { name: path.slice(folder.length + 1), input: await readFile(path) };
      }),
    ),
  );
  await mkdir(join(profile, 'extensions'), { recursive: true });
  await writeFile(
    join(profile, 'extensions', `${extensionId}.xpi`),
    new Uint8Array(await new Response(zip).arrayBuffer()),
  );
}

interface PreferenceOptions {
  /** Of the proxy on loopback. */
  proxyPort: number;
  downloads: string;
  colorScheme: 'light' | 'dark';
  /** Whether the extension has the hosts of its manifest from the start; Firefox lets the user refuse them. */
  grantsHosts: boolean;
  /** After how long without an event a background is suspended. */
  idleTimeoutMs: number;
}

/** https://searchfox.org/mozilla-central/source/modules/libpref/init/all.js and its neighbours */
export function firefoxPreferences(options: PreferenceOptions): Record<string, string | number | boolean> {
  return {
    'browser.download.dir': options.downloads,
    'browser.download.folderList': 2,
    'browser.download.alwaysOpenPanel': false,
    'extensions.autoDisableScopes': 0,
    'extensions.background.idle.timeout': options.idleTimeoutMs,
    'extensions.originControls.grantByDefault': options.grantsHosts,
    // What is asked for in a click is given: the question is the browser's own, and no test of ours can answer it.
    'extensions.webextOptionalPermissionPrompts': false,
    // With the origin below, also where it was taken out and is put in again.
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: pagesHost }),
    'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': options.proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': options.proxyPort,
    'network.proxy.type': 1,
    'xpinstall.signatures.required': false,
  };
}
