import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, firefox, type Page } from '@playwright/test';
import { rememberBrowser } from '../browser-of';
import { comesTo } from '../drive-extension';
import { type ExtensionBrowser, type LaunchOptions, mappedHosts } from '../launch-extension';
import { checkHosts } from '../privacy-table';
import { signInFrom } from '../sign-in-from';
import { startLoopbackProxy } from './loopback-proxy';
import { programWithPolicies } from './own-program';
import { extensionId, firefoxOrigin, firefoxPreferences, installExtension } from './profile';
import { hostsLoadedBy, loadLogEnvironment } from './read-load-log';
import { sendCommand } from './send-command';

/** The built extension. */
const builtExtension = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
/** Firefox itself begins to call where a sign-in by redirect leads back to; what it sends there is to be seen. */
const redirectHost = 'extensions.allizom.org';
const bridge = fileURLToPath(new URL('bidi-bridge.mjs', import.meta.url));

export interface FirefoxOptions extends Omit<LaunchOptions, 'language'> {
  /** Default: true. */
  grantsHosts?: boolean;
  /** After how long without an event Firefox suspends the background; default: its own, half a minute. */
  idleTimeoutMs?: number;
  /** What the administrator prescribes: the text of `policies.json`. */
  policies?: string | undefined;
}

/** A running Firefox with the extension in it. */
export interface ExtensionInFirefox extends ExtensionBrowser {
  product: 'firefox';
  /** Puts another build of the extension in the place of this one, as an update does while the browser is open. */
  update(folder: string): Promise<ExtensionInFirefox>;
  /** Takes the extension out, and with it all that it keeps, and puts it in again: none of its pages may be open. */
  reinstall(): Promise<ExtensionInFirefox>;
}

/** Starts Firefox with the extension, every Feishu host led to `port` on this machine and no other network. */
export async function launchFirefox(options: FirefoxOptions): Promise<ExtensionInFirefox> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'board-saver-')));
  const downloads = options.downloads ?? join(profile, 'downloads');
  await mkdir(downloads, { recursive: true });
  const extension = options.extension ?? builtExtension;
  await installExtension(profile, extension);
  const own = options.policies === undefined ? undefined : await programWithPolicies(options.policies);
  const loads = join(profile, 'loads');
  const commands = join(profile, 'commands');
  // A Firefox of this profile that ended has left it.
  await rm(commands, { force: true });
  const proxy = await startLoopbackProxy(
    (host) => [...mappedHosts, redirectHost].some((known) => host.endsWith(`.${known}`)),
    options.port,
  );
  const context = await firefox.launchPersistentContext(profile, {
    channel: 'moz-firefox', // Stock Firefox by WebDriver BiDi; Playwright's own build is another Firefox.
    executablePath: bridge,
    headless: options.headless ?? true,
    ignoreHTTPSErrors: true,
    viewport: options.headless === false ? null : { width: 1280, height: 800 },
    // Pages of extensions are the system's to WebDriver.
    args: ['--remote-allow-system-access', '--width=1280', '--height=880'],
    env: {
      ...process.env,
      ...loadLogEnvironment(loads),
      BOARD_SAVER_COMMANDS: commands,
      ...(options.display === undefined ? {} : { DISPLAY: options.display }),
      ...(own && { BOARD_SAVER_FIREFOX: own.path }),
    },
    firefoxUserPrefs: firefoxPreferences({
      proxyPort: proxy.port,
      downloads,
      colorScheme: options.colorScheme ?? 'light',
      grantsHosts: options.grantsHosts ?? true,
      idleTimeoutMs: options.idleTimeoutMs ?? 30_000,
    }),
  });
  const browser: ExtensionInFirefox = {
    product: 'firefox',
    context,
    downloads,
    profile,
    origin: firefoxOrigin,
    worker: await openApiPage(context),
    async update(path) {
      // What is installed for a time goes before what is in the profile, by the same id, and is an update of it.
      const extensionData = { type: 'path', path };
      await sendCommand(commands, 'webExtension.install', { extensionData });
      return rememberBrowser({ ...browser, worker: await openApiPage(context) });
    },
    async reinstall() {
      await sendCommand(commands, 'webExtension.uninstall', { extension: extensionId });
      return browser.update(extension);
    },
    async close() {
      await context.close();
      await proxy.close();
      await own?.remove();
      const asked = await hostsLoadedBy(loads, firefoxOrigin);
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      checkHosts([...asked, ...[...proxy.refused].filter((host) => !isMozillas(host))]);
    },
  };
  if (options.token !== undefined) await signInFrom(browser.worker, 'feishu', options.token);
  return rememberBrowser(browser);
}

/** Firefox itself may look for updates and the like. */
function isMozillas(host: string): boolean {
  return /(^|\.)(mozilla\.(com|net|org)|firefox\.com)$/.test(host);
}

/** WebDriver cannot reach the background: a page of the extension has the same API. */
async function openApiPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const come = (): Promise<boolean> => {
    // Not awaited: where Firefox changes to the extension's process it often does not tell that it is there.
    page.goto(`${firefoxOrigin}/options.html`, { waitUntil: 'commit' }).catch(() => {});
    return comesTo(page, `${firefoxOrigin}/options.html`);
  };
  // A Firefox that has just started may show its pages before it knows its extensions.
  if (!(await come()) && !(await come())) throw new Error('the extension is not in Firefox');
  await context.pages()[0]?.bringToFront();
  return page;
}
