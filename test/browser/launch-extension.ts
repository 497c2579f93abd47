import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { rememberBrowser } from './browser-of';
import { checkHosts } from './privacy-table';
import { hostsAskedBy } from './read-net-log';
import { signInFrom } from './sign-in-from';

/** The built extension, as one loads it unpacked. */
export const builtExtension = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** Hosts that lead to the embedded Feishu: the real names, on loopback. */
export const mappedHosts = ['feishu.cn', 'larksuite.com', 'larkoffice.com', 'acme-works.example'];

export const languages = ['en', 'zh_CN', 'zh_TW', 'ja'] as const;

/** By the name of its folder in `public/_locales`. */
export type Language = (typeof languages)[number];

const browserLanguages: Record<Language, string> = { en: 'en-US', zh_CN: 'zh-CN', zh_TW: 'zh-TW', ja: 'ja' };

export type Product = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** Port of the embedded Feishu. */
  port: number;
  /** Folder of the built extension; default: that of `npm run build`. */
  extension?: string;
  /** The language of the browser's own interface, and so of the extension. */
  language?: Language;
  headless?: boolean;
  /** The display that a visible browser shows itself on; default: the one that there is. */
  display?: string | undefined;
  colorScheme?: 'light' | 'dark';
  /** Where files are saved; default: in the profile, so that they go with it. */
  downloads?: string;
  /** The browser asks where to save each file. */
  asksForEach?: boolean;
  /** Leave the page open that greets whoever has just installed the extension. */
  firstRun?: boolean;
  /** Sign in at Feishu with this token, where that page is. */
  token?: string | undefined;
  /** A profile to go on with; default: a new one, removed at the end. */
  profile?: string;
  /** Nothing runs beside it that takes time: which hosts it asks is not written down, and not checked. */
  isTimed?: boolean;
  /** A port for whoever wants to look into it from outside, where it tells which one: see `DevToolsActivePort`. */
  isOpen?: boolean;
}

/** A running browser. */
export interface LaunchedBrowser {
  context: BrowserContext;
  /** Where files are saved, under their true names. */
  downloads: string;
  profile: string;
  close(): Promise<void>;
}

/** A running browser with the extension in it. */
export interface ExtensionBrowser extends LaunchedBrowser {
  product: Product;
  /** What runs in the extension with its whole API: Chromium's service worker; in Firefox a page. */
  worker: Pick<Worker, 'evaluate'>;
  /** Of the extension's pages: `chrome-extension://…`. */
  origin: string;
}

/** A running Chromium with the extension in it. */
export interface ExtensionInChromium extends ExtensionBrowser {
  product: 'chromium';
  worker: Worker;
  extensionId: string;
}

/** What the browser would start besides: a page for the suggestions of its address bar alone costs as much as a document. */
const needless = ['Translate', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/** Chromium as the set-up found it; Debian's own otherwise. */
function chromiumPath(): string {
  return process.env['BOARD_SAVER_CHROMIUM'] ?? '/usr/bin/chromium';
}

/** Starts Chromium with the extension, every Feishu host led to `port` on this machine and no other network. */
export async function launchExtension(options: LaunchOptions): Promise<ExtensionInChromium> {
  const extension = options.extension ?? builtExtension;
  const browser = await launch(options, [
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
  ]);
  const { context } = browser;
  const worker = await started(context, options).catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });
  const extensionId = new URL(worker.url()).host;
  const origin = `chrome-extension://${extensionId}`;
  return rememberBrowser({
    ...browser,
    product: 'chromium',
    worker,
    extensionId,
    origin,
    close: () => browser.closeAfter((log) => hostsAskedBy(log, origin).then(checkHosts)),
  });
}

/** The worker of the extension, in a browser that is as the test wants it. */
async function started(context: BrowserContext, { firstRun, token }: LaunchOptions): Promise<Worker> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  if (!firstRun) await leaveFirstPage(context, token);
  return worker;
}

/**
 * The settings open by themselves after the installation, which is what each start is to an extension from the command
 * line: most tests want an empty browser.
 */
async function leaveFirstPage(context: BrowserContext, token?: string): Promise<void> {
  const isSettings = (page: Page): boolean => page.url().endsWith('/options.html');
  const [blank] = context.pages();
  // The browser takes the blank page that it starts with, where there is one.
  const first =
    context.pages().find(isSettings) ??
    (await Promise.race([
      context.waitForEvent('page', { predicate: isSettings }),
      blank?.waitForURL('**/options.html').then(() => blank),
    ]));
  if (first && token !== undefined) await signInFrom(first, 'feishu', token);
  if (first && context.pages().length > 1) await first.close();
  else await first?.goto('about:blank');
}

/** The same Chromium with no extension in it: what the one with the extension is compared with. */
export function launchPlain(options: Omit<LaunchOptions, 'extension'>): Promise<LaunchedBrowser> {
  return launch(options, ['--disable-extensions']);
}

interface LoggedBrowser extends LaunchedBrowser {
  /** Closes it and looks at the log of its network, which is complete then, before it is removed. */
  closeAfter(look: (log: string) => Promise<void>): Promise<void>;
}

async function launch(options: LaunchOptions, extensionArgs: readonly string[]): Promise<LoggedBrowser> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'board-saver-')));
  const netLog = join(profile, 'net-log.json');
  const downloads = options.downloads ?? join(profile, 'downloads');
  await writePreferences(profile, downloads, options.asksForEach ?? false);
  const language = browserLanguages[options.language ?? 'en'];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: false, // Playwright's own headless shell loads no extensions; `--headless=new` below does.
    viewport: options.headless === false ? null : { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    locale: language,
    env: {
      ...process.env,
      LANGUAGE: language.replace('-', '_'),
      ...(options.display === undefined ? {} : { DISPLAY: options.display }),
    },
    args: [
      ...(options.headless === false ? [] : ['--headless=new']),
      '--no-sandbox',
      ...(options.isTimed ? [] : [`--log-net-log=${netLog}`]),
      ...(options.isOpen ? ['--remote-debugging-port=0', '--remote-allow-origins=*'] : []),
      `--lang=${language}`,
      ...extensionArgs,
      `--host-resolver-rules=${mappedHosts.map((host) => `MAP *.${host} 127.0.0.1:${options.port}`).join(',')},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      `--disable-features=${needless.join(',')}`,
      '--no-first-run',
      '--window-position=0,0',
      '--window-size=1280,900',
    ],
  });
  await keepTrueFileNames(context);
  // Once: whoever closes it again finds no log any more.
  let closing: Promise<void> | undefined;
  const end = async (look: (log: string) => Promise<void>): Promise<void> => {
    try {
      await context.close();
      if (!options.isTimed) await look(netLog);
    } finally {
      await rm(netLog, { force: true });
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true });
    }
  };
  const closeAfter: LoggedBrowser['closeAfter'] = (look) => (closing ??= end(look));
  return {
    context,
    downloads,
    profile,
    close: () => closeAfter(async () => {}),
    closeAfter,
  };
}

async function writePreferences(profile: string, downloads: string, asksForEach: boolean): Promise<void> {
  await mkdir(downloads, { recursive: true });
  await mkdir(join(profile, 'Default'), { recursive: true });
  const preferences = {
    download: { default_directory: downloads, prompt_for_download: asksForEach },
    extensions: { ui: { developer_mode: true } },
  };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences), { flag: 'wx' }).catch(
    () => {}, // A profile that goes on has its own.
  );
}

/** Playwright would save downloads under random names; the browser itself saves them as a user finds them. */
async function keepTrueFileNames(context: BrowserContext): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  await session.send('Browser.setDownloadBehavior', { behavior: 'default' });
}
