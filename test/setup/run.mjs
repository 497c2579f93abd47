#!/usr/bin/env node
// What `npm test`, `npm start` and the commands for single kinds of tests run, from a clean clone on: until the
// dependencies are installed, nothing but Node's own modules may be imported here.
import { nodeProblem } from './check-node.mjs';

const problem = nodeProblem(process.versions.node);
if (problem !== undefined) {
  console.error(problem);
  process.exit(1);
}

const [command, ...args] = process.argv.slice(2);
try {
  if (command === 'test') {
    const { runTests } = await import('./run-tests.mjs');
    process.exitCode = await runTests(args);
  } else if (command === 'test:e2e') {
    const { runE2eTests } = await import('./run-e2e-tests.mjs');
    process.exitCode = await runE2eTests(args);
  } else if (command === 'gallery') {
    const { runGallery } = await import('./run-gallery.mjs');
    process.exitCode = await runGallery(args);
  } else if (command === 'start') {
    const { runDemo } = await import('./run-demo.mjs');
    process.exitCode = await runDemo(args);
  } else if (command === 'bench') {
    const { runBench } = await import('./run-bench.mjs');
    process.exitCode = await runBench(args);
  } else if (command === 'listings') {
    const { runListings } = await import('./run-listings.mjs');
    process.exitCode = await runListings();
  } else if (command === 'test:desktop') {
    const { runDesktopTests } = await import('./run-desktop-tests.mjs');
    process.exitCode = await runDesktopTests(args);
  } else {
    throw new TypeError(`No such command: ${command}`);
  }
} catch (error) {
  const isExpected = error instanceof Error && error.name === 'SetupError';
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
}
