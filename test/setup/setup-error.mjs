/** A failure of the set-up whose message is the one sentence that the user needs: no stack is shown. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}
