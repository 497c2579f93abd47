/**
 * One package as a lock file records it.
 *
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 */

/**
 * A lock file: `package-lock.json`, or `node_modules/.package-lock.json`, in which npm keeps what it installed.
 *
 * @typedef {{ packages: Record<string, LockedPackage> }} LockFile
 */

/**
 * Whether what is installed differs from what is locked. The contents are compared, not the times of the files,
 * which every `git checkout` changes.
 *
 * @param {LockFile} locked
 * @param {LockFile} installed
 */
export function isInstallStale(locked, installed) {
  const paths = new Set([...Object.keys(locked.packages), ...Object.keys(installed.packages)]);
  paths.delete('');
  return [...paths].some((path) => {
    const wanted = locked.packages[path];
    const present = installed.packages[path];
    if (wanted === undefined) return true;
    if (present === undefined) return wanted.optional !== true;
    return present.version !== wanted.version || present.integrity !== wanted.integrity;
  });
}
