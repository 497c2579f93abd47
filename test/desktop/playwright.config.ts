import { defineConfig } from '@playwright/test';

/** Programs of a real desktop: what we write is opened, and what we copy is pasted. One after the other. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/desktop',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
});
