#!/usr/bin/env node
// Everything static: types, lint, format, dead code: `npm run check`. At the same time, for each uses one processor.
import { runScript } from './run-command.mjs';

/** Each by its script; the slowest first. */
const checks = [
  { script: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  { script: 'typescript/bin/tsc', args: ['--noEmit'] },
  { script: 'oxlint/bin/oxlint', args: [] },
  { script: 'knip/bin/knip.js', args: [] },
];

const prepared = await runScript('wxt/bin/wxt.mjs', ['prepare'], {}, { quiet: true });
const codes =
  prepared === 0 ? await Promise.all(checks.map(({ script, args }) => runScript(script, args))) : [];
process.exitCode = [prepared, ...codes].find((code) => code !== 0) ?? 0;
