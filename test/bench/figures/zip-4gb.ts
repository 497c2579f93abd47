import { join } from 'node:path';
import { zipPrograms } from '../../browser/read-zip';
import type { Figure } from '../figure';
import { openZipPage } from '../open-zip-page';

export const figure: Figure = {
  name: 'zip-4gb',
  unit: 'programs',
  goal: { of: 'median', bound: 'least', limit: 3 },
  about: 'how many of unzip, 7z and Python read an archive of 4.5 GB through and find it whole',
  async measure({ startFeishu, launchExtension, note }) {
    const browser = await launchExtension(await startFeishu());
    const page = await openZipPage(browser);
    const bytes = await page.evaluate(() => window.zipPage?.saveLarge(70, 64_000_000));
    note(`${((bytes ?? NaN) / 1e9).toFixed(2)} GB`);
    let opened = 0;
    for (const [name, test] of Object.entries(zipPrograms)) {
      const answer = await test(join(browser.downloads, 'bench.zip')).then(
        () => 'whole',
        (thrown: unknown) => String(thrown),
      );
      note(`${name}: ${answer}`);
      if (answer === 'whole') opened += 1;
    }
    return { values: [opened] };
  },
};
