import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { figureTable } from './figure-table';
import { findFigures } from './find-figures';
import { runFigures } from './run-figures';

/** `npm run bench`: all figures in one table. `-- --only NAME` measures some, `-- --json FILE` also writes them down. */
const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true, default: [] }, json: { type: 'string' } },
});

const figures = await findFigures(values.only.flatMap((names) => names.split(',')));
const outcomes = await runFigures(figures, (line) => console.log(line));
console.log(`\n${figureTable(outcomes)}\n`);
if (values.json !== undefined) {
  const results = outcomes.flatMap(({ result }) => result ?? []);
  await writeFile(values.json, `${JSON.stringify({ figures: results }, null, 2)}\n`);
}
// A goal that is missed is a result; a figure that could not be measured is none.
process.exitCode = outcomes.some(({ result }) => !result) ? 1 : 0;
