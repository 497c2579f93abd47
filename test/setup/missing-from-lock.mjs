/**
 * One package of a lock file, as far as it tells for which machines it is.
 *
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {readonly string[]} [os]
 * @property {readonly string[]} [cpu]
 * @property {readonly string[]} [libc]
 * @property {Readonly<Record<string, string>>} [optionalDependencies]
 */

/**
 * The entries that a lock file lacks: builds of a package for other systems, which npm leaves out when the
 * registry that it asked did not have them. `npm ci` refuses a lock file without them. What they are for is in
 * their names, such as `@rollup/rollup-linux-x64-musl`.
 *
 * @param {Readonly<Record<string, LockEntry>>} packages of the lock file, by their paths
 * @returns {Record<string, LockEntry>}
 */
export function missingFromLock(packages) {
  /** @type {Record<string, LockEntry>} */
  const missing = {};
  for (const [path, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const isThere = placesFor(name, path).some((place) => packages[place] !== undefined);
      if (isThere) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...machineOf(name),
        ...(dev ? { dev } : {}),
        optional: true,
      };
    }
  }
  return missing;
}

/**
 * Where a package that `path` asks for may lie: in its own folder, or in one above it.
 *
 * @param {string} name
 * @param {string} path such as `node_modules/a/node_modules/b`
 */
function placesFor(name, path) {
  const folders = path
    .split('/node_modules/')
    .map((_, depth, all) => all.slice(0, depth + 1).join('/node_modules/'));
  return [`node_modules/${name}`, ...folders.map((folder) => `${folder}/node_modules/${name}`)];
}

/** @param {string} name */
function machineOf(name) {
  const os = /\b(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)\b/.exec(name)?.[1];
  const cpu = /\b(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64)\b/.exec(name)?.[1];
  if (os === undefined || cpu === undefined) {
    throw new Error(`The name of ${name} does not tell for which system it is.`);
  }
  const libc = /-(gnu|musl)$/.exec(name)?.[1];
  const isLinux = os === 'linux' && libc !== undefined;
  return { cpu: [cpu], ...(isLinux ? { libc: [libc === 'gnu' ? 'glibc' : 'musl'] } : {}), os: [os] };
}
