/** Takes a listener off the browser's API. In a page that outlived the extension that API is gone, and the listener with it. */
export function quietly(stop: () => void): void {
  try {
    stop();
  } catch {
    // Nothing is left to stop.
  }
}
