/** What a deck is made of: texts at once, pictures when it is their turn. */

/** The shapes that slides can have. */
export type SlideShape = '16:9' | '4:3';

/** One board: a slide. */
export interface DeckBoard {
  /** The slide's title. */
  name: string;
  /** The heading above the board in its document, for the notes. */
  heading?: string | undefined;
  /** What stands for the picture where it is not seen; default: the name. */
  alt?: string | undefined;
  /** The address of the board in its document. */
  link?: string | undefined;
}

/** The picture of a board. */
export interface DeckPicture {
  /** PNG, JPEG or GIF: what every program shows. */
  picture: Blob;
  /** The same as SVG, which PowerPoint 2016 and later show in its place. */
  vector?: Blob | undefined;
}

export interface DeckInput {
  /** The document's title. */
  title: string;
  /** The document's address. */
  link?: string | undefined;
  /** The day of the pictures, in the user's words. */
  date: string;
  shape: SlideShape;
  /** Whether a first slide shows the document's title and the date. */
  cover: boolean;
  boards: readonly DeckBoard[];
  /** Reads the picture of `boards[index]`: each once, in order, one at a time. */
  read: (index: number) => Promise<DeckPicture>;
  /** When the deck is made, in ms since the epoch. */
  createdAt: number;
}

export interface DeckOptions {
  signal?: AbortSignal | undefined;
  /** Told after each picture how many of how many are in. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}
