import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A window on the screen, in pixels. */
export interface ScreenWindow {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A screen of its own with real windows on it, for what headless browsers do not have: native menus. */
export interface Desktop {
  /** The environment of programs that shall show themselves on it. */
  env: NodeJS.ProcessEnv;
  /** Presses keys, one after the other, as a person at the keyboard: `Up`, `Return`. */
  press(...keys: string[]): Promise<void>;
  /** Clicks on the screen, as a hand on the mouse does; `button`: 1, the left one, or 3. */
  click(x: number, y: number, button?: 1 | 3): Promise<void>;
  /** Brings the window with this in its title before the others. */
  raise(title: string): Promise<void>;
  /** What stands on the screen by itself: browser windows, and each open menu. */
  windows(): Promise<ScreenWindow[]>;
  /** How many menus stand open, while one browser window does. */
  openMenus(): Promise<number>;
  /** How many dialogs ask where to save a file. */
  dialogs(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Starts an X server on a free display (Debian: xvfb, xdotool).
 *
 * @param options `windowManager`: openbox as well, for windows that know themselves in front only then
 */
export async function startDesktop(options: { windowManager?: boolean } = {}): Promise<Desktop> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  // Not left behind when the process of the tests ends in the middle of one.
  const end = (): void => void server.kill();
  process.once('exit', end);
  const display = await displayOf(server);
  const env = { ...process.env, DISPLAY: `:${display}` };
  const manager = options.windowManager ? spawn('openbox', [], { env, stdio: 'ignore' }) : undefined;
  /** Windows directly on the screen: the screen itself, the browser, and each open menu. */
  const windows = async (): Promise<string[]> => {
    const { stdout } = await run('xdotool', ['search', '--onlyvisible', '--maxdepth', '1', '--name', ''], {
      env,
    });
    return stdout.trim().split('\n');
  };
  return {
    env,
    async press(...keys) {
      await run('xdotool', ['key', '--delay', '100', ...keys], { env });
    },
    async click(x, y, button = 1) {
      // In two steps, for a menu takes a pointer that has not moved inside it for the one that opened it.
      for (const dx of [-2, 0]) {
        await run('xdotool', ['mousemove', '--sync', String(Math.round(x + dx)), String(Math.round(y))], {
          env,
        });
      }
      await run('xdotool', ['click', String(button)], { env });
    },
    async raise(title) {
      await run('xdotool', ['search', '--onlyvisible', '--name', title, 'windowraise', '%1'], { env });
    },
    async windows() {
      const found: ScreenWindow[] = [];
      for (const id of await windows()) {
        // A menu may close meanwhile.
        const told = await run('xdotool', ['getwindowgeometry', '--shell', id], { env }).catch(
          () => undefined,
        );
        const number = (name: string): number =>
          Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(told?.stdout ?? '')?.[1] ?? 0);
        if (told)
          found.push({
            id,
            x: number('X'),
            y: number('Y'),
            width: number('WIDTH'),
            height: number('HEIGHT'),
          });
      }
      return found;
    },
    async openMenus() {
      return (await windows()).length - 2;
    },
    async dialogs() {
      // It fails where there is none.
      const found = run('xdotool', ['search', '--onlyvisible', '--name', '^Save File$'], { env });
      return found.then(
        ({ stdout }) => stdout.trim().split('\n').length,
        () => 0,
      );
    },
    async close() {
      manager?.kill();
      const ended = once(server, 'exit');
      server.kill();
      await ended;
      process.off('exit', end);
    },
  };
}

/** The number of its display, which the server tells once it is there. @throws where there is no such program, or it fails */
async function displayOf(server: ChildProcess): Promise<string> {
  const stopped = new AbortController();
  try {
    const told = await Promise.race([
      // `once` rejects where the program cannot be started.
      once(server.stdio[3] ?? server, 'data', { signal: stopped.signal }),
      once(server, 'exit', { signal: stopped.signal }),
    ]);
    if (!Buffer.isBuffer(told[0])) throw new Error(`Xvfb ended: ${String(told[0])}`);
    return told[0].toString().trim();
  } finally {
    stopped.abort();
  }
}
