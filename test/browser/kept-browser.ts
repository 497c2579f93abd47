import { setTimeout as sleep } from 'node:timers/promises';
import { type ExtensionInChromium, type LaunchOptions, launchExtension } from './launch-extension';
import { renewExtension } from './renew-extension';

/** One browser that serves many tests, one after the other. */
export interface KeptBrowser {
  /** The browser that is kept, as if it were new; or a new one, where there is none of this language that is led to this port. */
  take(options: Pick<LaunchOptions, 'port' | 'language' | 'token'>): Promise<ExtensionInChromium>;
  /** Keeps it for the next test. Whoever does not give it back closes it. */
  keep(browser: ExtensionInChromium): void;
  close(): Promise<void>;
}

/** A browser that takes longer than this to be made as new is stuck, in ms. */
const patienceMs = 15_000;

/** The browser as new; undefined, and the browser closed, where it could not be made so. */
async function renewed(
  browser: ExtensionInChromium,
  token: string | undefined,
): Promise<ExtensionInChromium | undefined> {
  const late = sleep(patienceMs, undefined, { ref: false });
  const done = await Promise.race([renewExtension(browser, token).catch(() => undefined), late]);
  if (!done) await browser.close();
  return done;
}

export function createKeptBrowser(): KeptBrowser {
  let kept: ExtensionInChromium | undefined;
  let keptFor: Pick<LaunchOptions, 'port' | 'language'> | undefined;

  const close = async (): Promise<void> => {
    const last = kept;
    kept = undefined;
    await last?.close();
  };
  return {
    async take(options) {
      const isSame = keptFor?.language === options.language && keptFor?.port === options.port;
      if (!isSame) await close();
      keptFor = options;
      const last = kept;
      kept = undefined;
      return (last && (await renewed(last, options.token))) ?? launchExtension(options);
    },
    keep(browser) {
      kept = browser;
    },
    close,
  };
}
