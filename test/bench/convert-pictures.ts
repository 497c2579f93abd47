import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { BenchContext } from './bench-context';
import type { Measurement } from './figure';

const rounds = 5;

/** Converting a board to PNG and to WebP, in ms for both; as its reference the same by a bare canvas, in turns. */
export async function timeToConvert(context: BenchContext, megapixels: number): Promise<Measurement> {
  const { startFeishu, launchPlain, note } = context;
  const browser = await launchPlain(await startFeishu());
  const page = await browser.context.newPage();
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('pages/convert.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  await page.evaluate((size) => window.bench.draw(size), megapixels);
  const convert = async (how: 'convert' | 'bare'): Promise<number> =>
    page.evaluate(async (it) => (await window.bench[it]('png')) + (await window.bench[it]('webp')), how);

  // Not counted: the first ones warm the browser up.
  await convert('bare');
  await convert('convert');
  const values: number[] = [];
  const reference: number[] = [];
  for (let round = 0; round < rounds; round++) {
    reference.push(await convert('bare'));
    values.push(await convert('convert'));
    note(
      `round ${round + 1}: ${values.at(-1)?.toFixed(0)} ms, bare canvas ${reference.at(-1)?.toFixed(0)} ms`,
    );
  }
  return { values, reference };
}
