import { readFileSync } from 'node:fs';

const readme = new URL('../../README.md', import.meta.url);

/** What README.md has administrators copy: the texts of the policy files. */
export function policySamples(): { chromium: string; firefox: string } {
  const [chromium, firefox] = [...readFileSync(readme, 'utf8').matchAll(/```json\n(.*?)```/gs)]
    .map(([, sample = '']) => sample)
    .filter((sample) => sample.includes('"3rdparty"'));
  if (chromium === undefined || firefox === undefined) throw new Error('README.md lacks a sample');
  return { chromium, firefox };
}
