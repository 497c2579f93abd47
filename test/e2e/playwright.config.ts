import { defineConfig } from '@playwright/test';
import type { Product } from '../browser/launch-extension';

/** Real browsers, the built extension, and the embedded Feishu behind real host names. */
export default defineConfig<{ product: Product }>({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  projects: [
    { name: 'chromium', grepInvert: /@firefox-only/, testIgnore: 'gallery.spec.ts' },
    { name: 'firefox', use: { product: 'firefox' }, grep: /@firefox/, testIgnore: 'gallery.spec.ts' },
    // Minutes long, and for somebody's eyes: `npm run gallery` alone runs it.
    { name: 'gallery', testMatch: 'gallery.spec.ts' },
  ],
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
});
