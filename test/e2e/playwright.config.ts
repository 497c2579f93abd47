import { defineConfig } from '@playwright/test';
import type { Product } from '../browser/launch-extension';
import type { WorkerFixtures } from './fixtures';

/** Of everything that can be seen. */
const seen = ['gallery.spec.ts', 'long-words.spec.ts'];

/** Of that, what `npm test` leaves to `npm run gallery`: the other languages, and long words. */
const more = /in (zh_CN|zh_TW|ja) |long-words/;

/** Real browsers, the built extension, and the embedded Feishu behind real host names. */
export default defineConfig<{ product: Product }, Pick<WorkerFixtures, 'largestScale'>>({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  // As many as CI has processors: with one more, all together take as long, and each test so much longer that some are late.
  workers: 2,
  timeout: 150_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  // Once, in a browser of its own: a machine that is busy for minutes makes one of two hundred tests late. What passed only
  // then is listed as flaky at the end.
  retries: 1,
  projects: [
    // First: its tests share a browser, and run one after the other beside the rest.
    { name: 'gallery', testMatch: seen, grepInvert: more },
    { name: 'chromium', use: { largestScale: 1 }, grepInvert: /@firefox-only/, testIgnore: seen },
    { name: 'firefox', use: { product: 'firefox', largestScale: 1 }, grep: /@firefox/, testIgnore: seen },
    // Minutes more.
    { name: 'gallery-more', testMatch: seen, grep: more },
  ],
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
});
