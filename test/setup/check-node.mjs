/** The oldest Node that the tools run on; `engines` in package.json says the same. */
const oldest = [20, 19];

/**
 * One sentence about a Node that is too old, or nothing.
 *
 * @param {string} version such as `20.19.0`
 * @returns {string | undefined}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest;
  const isOldEnough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  if (isOldEnough) return undefined;
  return `Node ${oldest.join('.')} or later is needed, and this is ${version}: install it from nodejs.org or with your version manager.`;
}
