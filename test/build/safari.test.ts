import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { projectFolder } from '../architecture/read-sources';

const run = promisify(execFile);

/** README.md says what is missing there. Not made small: that is tried by the other builds, and takes a minute. */
test(
  'it compiles for Safari, and asks for nothing that Chromium alone has',
  { timeout: 120_000 },
  async () => {
    const { NODE_ENV: _mode, VITEST: _isTest, ...env } = process.env;
    const args = ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'safari', '--mv3', '--mode', 'development'];
    await run(process.execPath, args, { cwd: projectFolder, env });
    const manifest: unknown = JSON.parse(
      await readFile(join(projectFolder, '.output/safari-mv3-dev/manifest.json'), 'utf8'),
    );
    expect(manifest).toMatchObject({ manifest_version: 3, background: { service_worker: 'background.js' } });
    expect(manifest).not.toHaveProperty('key');
    expect(manifest).not.toHaveProperty('minimum_chrome_version');
    expect(JSON.stringify(manifest)).not.toContain('offscreen');
  },
);
