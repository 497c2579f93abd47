import { setTimeout as sleep } from 'node:timers/promises';
import { type Desktop, startDesktop } from './desktop';
import type { LaunchOptions, Product } from './launch-extension';
import { launchProduct, type ProductBrowser, renewProduct } from './launch-product';

type KeptOptions = Pick<LaunchOptions, 'port' | 'language' | 'token'>;

/** One browser that serves many tests, one after the other. */
export interface KeptBrowser {
  /** The browser that is kept, as if it were new; or a new one, where there is none that was launched as this one is to be. */
  take(product: Product, options: KeptOptions): Promise<ProductBrowser>;
  /** Keeps it for the next test. Whoever does not give it back closes it. */
  keep(browser: ProductBrowser): void;
  close(): Promise<void>;
}

/** A browser that takes longer than this to be made as new is stuck, in ms. */
const patienceMs = 15_000;

/** The browser as new; undefined, and the browser closed, where it could not be made so. */
async function renewed(
  browser: ProductBrowser,
  token: string | undefined,
): Promise<ProductBrowser | undefined> {
  const late = sleep(patienceMs, undefined, { ref: false });
  const done = await Promise.race([renewProduct(browser, token).catch(() => undefined), late]);
  if (!done) await browser.close();
  return done;
}

export function createKeptBrowser(): KeptBrowser {
  let kept: ProductBrowser | undefined;
  let keptFor = '';
  // A screen of its own: who else has one there would be in front of it.
  let desktop: Desktop | undefined;

  const close = async (): Promise<void> => {
    const last = kept;
    kept = undefined;
    await last?.close();
  };
  const launch = async (product: Product, options: KeptOptions): Promise<ProductBrowser> => {
    if (product === 'firefox') desktop ??= await startDesktop();
    return launchProduct(product, { ...options, display: desktop?.env['DISPLAY'] });
  };
  return {
    async take(product, { token, ...options }) {
      // Somebody else may be signed in each time; all else is the browser's from its start.
      const wanted = JSON.stringify({ product, ...options });
      if (wanted !== keptFor) await close();
      keptFor = wanted;
      const last = kept;
      kept = undefined;
      return (last && (await renewed(last, token))) ?? launch(product, { ...options, token });
    },
    keep(browser) {
      kept = browser;
    },
    async close() {
      await close();
      await desktop?.close();
    },
  };
}
