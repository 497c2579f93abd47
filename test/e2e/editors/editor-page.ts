/** A picture that an editor has in its document. */
export interface PastedPicture {
  src: string;
  /** Where the editor keeps them. */
  alt?: string | undefined;
  link?: string | undefined;
}

/** What each page with an editor offers to the tests. */
export interface EditorPage {
  /** Puts the caret into the editor, as a click does. */
  focus(): void;
  /** The pictures in its document, once the editor has them whole. */
  pictures(): PastedPicture[];
}

declare global {
  var editorPage: EditorPage | undefined;
}

/** The pictures in a document made of elements. */
export function picturesIn(root: ParentNode): PastedPicture[] {
  return Array.from(root.querySelectorAll('img'))
    .filter((image) => image.complete && image.naturalWidth > 0)
    .map((image) => ({
      src: image.src,
      alt: image.getAttribute('alt') ?? undefined,
      link: image.closest('a')?.href,
    }));
}
