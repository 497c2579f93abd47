#!/usr/bin/env node
// Both builds at the same time, for each uses one processor: `npm run build:all`. Only their complaints are shown.
import { runCommand, runScript } from './run-command.mjs';

const wxt = 'wxt/bin/wxt.mjs';
const codes = await Promise.all([
  runScript(wxt, ['build'], {}, { quiet: true }),
  runScript(wxt, ['build', '-b', 'firefox', '--mv3'], {}, { quiet: true }),
]);
process.exitCode =
  codes.find((code) => code !== 0) ?? (await runCommand(process.execPath, ['test/setup/print-sizes.mjs']));
