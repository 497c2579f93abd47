/** A page that can be looked at. */
export interface DiagnosablePage {
  tabId: number;
  /** As its tab is called: for the eyes of who sits there, never for the report. */
  title: string;
}

/** All that *Diagnose this page* needs of the world. */
export interface DiagnosisDeps {
  /** The pages to choose from, the one last used first. */
  pages(): Promise<DiagnosablePage[]>;
  /** Looks at a page, and writes down what was met. It takes as long as the slowest source. */
  report(tabId: number): Promise<string>;
  /** Puts text on the clipboard. */
  copy(text: string): Promise<void>;
}
