import type { Figure } from '../figure';
import { openZipPage } from '../open-zip-page';
import { median } from '../statistics';
import type { ZipPage } from '../zip-page';

const boards = 300;
const rounds = 5;

export const figure: Figure = {
  name: 'zip-300',
  unit: 'ms',
  goal: { of: 'ratio', bound: 'most', limit: 1.2 },
  about: '300 pictures of 500 kB from the store to a saved ZIP; reference: the same by fflate, streaming',
  async measure({ startFeishu, launchExtension, note }) {
    const browser = await launchExtension(await startFeishu());
    const page = await openZipPage(browser);
    await page.evaluate((count) => window.zipPage?.fill(count, 500_000), boards);
    const save = (by: Parameters<ZipPage['save']>[0]): Promise<number> =>
      page.evaluate((maker) => window.zipPage?.save(maker) ?? NaN, by);

    const times: Record<'ours' | 'fflate' | 'jszip', number[]> = { ours: [], fflate: [], jszip: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const by of ['ours', 'fflate', 'jszip'] as const) times[by].push(await save(by));
    }
    note(
      `JSZip: ${median(times.jszip).toFixed(0)} ms, ${(median(times.jszip) / median(times.ours)).toFixed(1)} times ours`,
    );
    return { values: times.ours, reference: times.fflate };
  },
};
