import { fileURLToPath } from 'node:url';
import { chromium, test as base, type Page } from '@playwright/test';
import { buildSync } from 'esbuild';
import type { ConvertedPicture } from '../../../components/images/converted-picture';
import type { PictureFault } from '../../../components/images/quality';
import type { Recipe, SourceKind } from '../../../components/images/recipe';

export type LabResult = Omit<ConvertedPicture, 'blob' | 'bytes'> & {
  blobType: string;
  /** What the result says that it has. */
  size: number;
  base64: string;
};

/** What `main.ts` puts into the page. */
export interface PictureLab {
  convert(
    kind: SourceKind,
    base64: string,
    recipe: Recipe,
    cancelAfterMs?: number,
  ): Promise<LabResult | { code: string }>;
  /** Several at once; true: this one is cancelled right after all have been asked for. */
  convertAtOnce(base64: string, recipe: Recipe, cancelled: boolean[]): Promise<string[]>;
  lookAt(base64: string): Promise<{ faults: PictureFault[]; type: string; base64: string }>;
}

declare global {
  interface Window {
    lab: PictureLab;
  }
}

/** A picture that was made in the browser, with its bytes. */
export type Made = Omit<LabResult, 'base64'> & { bytes: Buffer };

export interface Pictures {
  page: Page;
  /** Every address that the page has asked for. */
  asked: string[];
  /** The picture, or the code of the error. */
  convert(bytes: Buffer, recipe: Recipe, kind?: SourceKind): Promise<Made | { code: string }>;
  /** @throws when there is none */
  make(bytes: Buffer, recipe: Recipe, kind?: SourceKind): Promise<Made>;
  /** What is the matter with a picture, and its thumbnail. */
  lookAt(bytes: Buffer): Promise<{ faults: PictureFault[]; type: string; thumbnail: Buffer }>;
}

/** Chromium as the set-up found it; Debian's own otherwise. */
const chromiumPath = process.env['BOARD_SAVER_CHROMIUM'] ?? '/usr/bin/chromium';

function bundle(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
  });
  return outputFiles[0]?.text ?? '';
}

/** A blank page in a real Chromium that has the conversion of pictures and nothing else; one for each worker. */
export const test = base.extend<{ pictures: Pictures }, { lab: Page }>({
  lab: [
    // Playwright reads the names of the fixtures from this pattern: there are none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
      const page = await browser.newPage();
      await page.addScriptTag({ content: bundle() });
      await use(page);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  pictures: async ({ lab }, use) => {
    const asked: string[] = [];
    const note = (request: { url(): string }): void => {
      if (!request.url().startsWith('data:')) asked.push(request.url());
    };
    lab.on('request', note);
    const convert: Pictures['convert'] = async (bytes, recipe, kind = 'served') => {
      const result = await lab.evaluate(([from, base64, how]) => window.lab.convert(from, base64, how), [
        kind,
        bytes.toString('base64'),
        recipe,
      ] as const);
      if ('code' in result) return result;
      const { base64, ...facts } = result;
      return { ...facts, bytes: Buffer.from(base64, 'base64') };
    };
    await use({
      page: lab,
      asked,
      convert,
      async make(bytes, recipe, kind) {
        const made = await convert(bytes, recipe, kind);
        if ('code' in made) throw new Error(`The picture was not made: ${made.code}`);
        return made;
      },
      async lookAt(bytes) {
        const look = (from: string) => window.lab.lookAt(from);
        const { base64, ...seen } = await lab.evaluate(look, bytes.toString('base64'));
        return { ...seen, thumbnail: Buffer.from(base64, 'base64') };
      },
    });
    lab.off('request', note);
  },
});

export { expect } from '@playwright/test';
