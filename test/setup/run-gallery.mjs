import { runE2eTests } from './run-e2e-tests.mjs';

/**
 * Sets up, builds, and makes a picture of everything that can be seen.
 *
 * @param {readonly string[]} args `--approve`: what is seen now is how it shall be; the rest is for Playwright
 * @returns {Promise<number>} exit code
 */
export async function runGallery(args) {
  const isApproving = args.includes('--approve');
  if (isApproving) process.env['BOARD_SAVER_APPROVE'] = '1';
  return runE2eTests([
    '--project=gallery',
    '--project=gallery-more',
    ...args.filter((arg) => arg !== '--approve'),
  ]);
}
