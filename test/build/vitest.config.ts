import { defineConfig } from 'vitest/config';

/** What is held of `.output`, the built extension: `npm run build:all` comes first. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: { include: ['test/build/*.test.ts'], maxWorkers: '100%' },
});
