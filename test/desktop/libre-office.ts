import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** LibreOffice with a profile of its own, which does not meddle with the one of whoever runs the tests. */
export interface LibreOffice {
  /** Converts a file, for example to `pdf` or `png`, into the same folder. */
  convert(file: string, format: string): Promise<void>;
  /** Opens a file on a desktop; ends when `close` is called. */
  open(file: string, env: NodeJS.ProcessEnv): { close(): Promise<void> };
  /** Removes the profile. */
  remove(): Promise<void>;
}

export async function libreOffice(): Promise<LibreOffice> {
  const profile = await mkdtemp(join(tmpdir(), 'board-saver-office-'));
  const own = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--norestore', '--nologo'];
  return {
    async convert(file, format) {
      const folder = join(file, '..');
      await run('soffice', [...own, '--headless', '--convert-to', format, '--outdir', folder, file]);
    },
    open(file, env) {
      const office = spawn('soffice', [...own, '--nofirststartwizard', '--impress', file], {
        env: { ...env, SAL_USE_VCLPLUGIN: 'gen' },
        stdio: 'ignore',
      });
      const ended = once(office, 'exit');
      return {
        async close() {
          // `soffice` waits for the program itself, which has written its process id into the profile's lock.
          const child = await childOf(office.pid);
          if (child !== undefined) process.kill(child);
          office.kill();
          await ended;
        },
      };
    },
    remove: () => rm(profile, { recursive: true, force: true }),
  };
}

/** The process that this one has started, on Linux. */
async function childOf(pid: number | undefined): Promise<number | undefined> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const [child] = children.trim().split(' ');
  return child ? Number(child) : undefined;
}
