/**
 * Does one step and prints a line on it with its duration.
 *
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} action
 * @param {(result: T) => string} [describe] what to say about its result
 * @returns {Promise<T>}
 */
export async function step(name, action, describe = () => 'done') {
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  try {
    const result = await action();
    console.log(`» ${name}: ${describe(result)} (${seconds()})`);
    return result;
  } catch (error) {
    console.log(`» ${name}: failed (${seconds()})`);
    throw error;
  }
}
