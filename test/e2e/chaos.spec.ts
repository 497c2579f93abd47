import { expect, test } from '@playwright/test';
import { type ChaosRun, withChaos } from './chaos-run';
import { readSavedFiles, readSavedZip } from './chaos-saved';
import { boardCount } from './chaos-world';

/** What a job has to survive all at once. Whoever runs the tests gives the seed; `CHAOS_SEED=n` repeats a run. */

const seed = Number(process.env['CHAOS_SEED'] ?? 1);

/** What comes over each of them while boards are fetched. */
async function endure({ popup, killWorkers, loseSignIn, restartBrowser }: ChaosRun): Promise<void> {
  await popup().saveAll(boardCount);
  await killWorkers(10);
  await loseSignIn('u-chaos-1');
  await killWorkers(2);
  await restartBrowser();
  await loseSignIn('u-chaos-2');
}

test('an archive survives killed workers, a closed browser, lost sign-ins and a server in trouble', async () => {
  test.setTimeout(240_000);
  await withChaos(seed, async (chaos) => {
    await chaos.popup().chooseOutput('zip');
    await endure(chaos);
    await chaos.killWorkers(8);
    await chaos.expectAllSaved(readSavedZip);
  });
});

test('single files survive the same, and are written by workers that are killed', async () => {
  test.setTimeout(240_000);
  await withChaos(seed, async (chaos) => {
    await chaos.popup().chooseOutput('files');
    await endure(chaos);
    await chaos.killWorkers(2);
    await expect(chaos.popup().job).toHaveAttribute('data-job-state', 'saving', { timeout: 60_000 });
    await chaos.killWorkers(6);
    await chaos.expectAllSaved(readSavedFiles);
  });
});
