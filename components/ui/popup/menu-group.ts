/** Something that can be done with a board. */
export interface MenuEntry {
  /** What tests find it by. */
  id: string;
  label: string;
  /** Called in the click's own tick. */
  run: () => void;
}

/** What belongs together. */
export interface MenuGroup {
  label?: string;
  entries: readonly MenuEntry[];
  /** What else there is, once that is known; asked for when the menu opens. */
  more?: () => Promise<readonly MenuEntry[]>;
}
