/** What follows the first window arrives more evenly: from the 0.93 of boards to their 0.96 it takes two more. */
const growth = 0.015;

/**
 * What part of a limit is used while a run is young, from `atFirst` to `full`: connections may still have to be made,
 * and arrivals are late by that. It grows with each window that was used, as soon as the next one begins: how long it
 * lasted is settled then.
 *
 * @param windows how many were used since the last pause; of one that is not, a part
 */
export function warmUp(windows: number, atFirst: number, full: number): number {
  return Math.min(full, atFirst + Math.floor(windows) * growth);
}
