import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A screen of its own with real windows on it, for what headless browsers do not have: native menus. */
export interface Desktop {
  /** The environment of programs that shall show themselves on it. */
  env: NodeJS.ProcessEnv;
  /** Presses keys, one after the other, as a person at the keyboard: `Up`, `Return`. */
  press(...keys: string[]): Promise<void>;
  /** How many menus stand open, while one browser window does. */
  openMenus(): Promise<number>;
  close(): Promise<void>;
}

/** Starts an X server on a free display (Debian: xvfb, xdotool). */
export async function startDesktop(): Promise<Desktop> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(server.stdio[3] ?? server, 'data')) as [Buffer];
  const env = { ...process.env, DISPLAY: `:${number.toString().trim()}` };
  /** Windows directly on the screen: the screen itself, the browser, and each open menu. */
  const windows = async (): Promise<number> => {
    const { stdout } = await run('xdotool', ['search', '--onlyvisible', '--maxdepth', '1', '--name', ''], {
      env,
    });
    return stdout.trim().split('\n').length;
  };
  return {
    env,
    async press(...keys) {
      await run('xdotool', ['key', '--delay', '100', ...keys], { env });
    },
    async openMenus() {
      return (await windows()) - 2;
    },
    async close() {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}
