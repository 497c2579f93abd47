import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a command in the project's folder with our own input and output; `quiet` shows its complaints only.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] added to our own
 * @param {{ quiet?: boolean }} [options]
 * @returns {Promise<number>} its exit code; 127 when it could not be started, 1 when a signal ended it
 */
export function runCommand(command, args, env = {}, { quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectFolder,
      env: { ...process.env, ...env },
      stdio: ['inherit', quiet ? 'ignore' : 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs npm: the one that runs us if there is one, so that no shell is needed to find it on Windows.
 *
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
export function runNpm(args, env) {
  const npm = process.env['npm_execpath'];
  return npm === undefined ? runCommand('npm', args, env) : runCommand(process.execPath, [npm, ...args], env);
}

/**
 * Runs a program that a package of ours brings, by its script rather than by its shell wrapper.
 *
 * @param {string} script path below `node_modules`
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @param {{ quiet?: boolean }} [options]
 */
export function runScript(script, args, env, options) {
  return runCommand(process.execPath, [`${projectFolder}/node_modules/${script}`, ...args], env, options);
}

/**
 * What a command prints, or nothing when it fails or takes longer than ten seconds.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {string | undefined}
 */
export function outputOf(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 10_000 });
  return status === 0 ? stdout : undefined;
}
