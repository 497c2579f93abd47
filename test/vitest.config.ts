import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * What cannot be tested in a context of its own: its errors are those of another realm there, or it loads packages
 * that Node itself has to load.
 */
const inProcesses = [
  'test/unit/account/account-store.test.ts',
  'test/unit/image-store/image-store.test.ts',
  'test/unit/ui/popup-jobs.test.tsx',
  'test/feishu/**/*.test.ts',
  'test/*.test.ts',
];

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [WxtVitest()],
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    restoreMocks: true,
    // What reads all sources takes seconds where the machine has other things to do.
    testTimeout: 20_000,
    // By default one processor is left to whoever watches.
    maxWorkers: '100%',
    setupFiles: ['test/many-listeners.ts'],
    projects: [
      {
        extends: true,
        // Half the work: a process for each file loads everything again.
        test: {
          name: 'parts',
          pool: 'vmThreads',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: inProcesses,
        },
      },
      { extends: true, test: { name: 'processes', pool: 'forks', include: inProcesses } },
    ],
  },
});
