/** The hosts of the manifest. Firefox and Chromium both let the user withhold them, at installation or later. */
export interface HostAccess {
  /** Whether the browser keeps some of them from the extension. */
  isMissing(): Promise<boolean>;
  /** Asks the user for all of them. To be called in the click's own tick. Whether they were given. */
  ask(): Promise<boolean>;
  /** Calls `onChange` when the user has given or taken some; returns how to stop. */
  watch(onChange: () => void): () => void;
}
