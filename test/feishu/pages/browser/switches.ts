/** How the page misbehaves: read from the address of the first load, kept while one moves about in a wiki. */
export interface Switches {
  /**
   * `late`: `PageMain` appears after `modelDelay` · `never` · `older`: the model lies one level deeper, as in
   * older builds · `hostile`: the model is full of traps.
   */
  model: 'late' | 'never' | 'older' | 'hostile';
  /** Milliseconds. */
  modelDelay: number;
  /** `root`: the editor is replaced under the same address, once, after `modelDelay`. */
  swap: 'root' | 'none';
  /** `numbered`: headings carry numbers that are no part of their text. */
  headings: 'plain' | 'numbered';
  /** `all`: no slice of the model is pending. */
  slices: 'lazy' | 'all';
}

export function readSwitches(search: string): Switches {
  const query = new URLSearchParams(search);
  const model = query.get('model');
  return {
    model: model === 'never' || model === 'older' || model === 'hostile' ? model : 'late',
    modelDelay: Number(query.get('modelDelay') ?? 300),
    swap: query.get('swap') === 'root' ? 'root' : 'none',
    headings: query.get('headings') === 'numbered' ? 'numbered' : 'plain',
    slices: query.get('slices') === 'all' ? 'all' : 'lazy',
  };
}
