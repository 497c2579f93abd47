/** A picture that an editor has in its document. */
export interface PastedPicture {
  src: string;
  /** Where the editor keeps them. */
  alt?: string | undefined;
}

/** What each page with an editor offers to the tests. */
export interface EditorPage {
  /** Puts the caret into the editor, as a click does. */
  focus(): void;
  /** The pictures in its document, once the editor has them whole. */
  pictures(): PastedPicture[];
  /** The addresses that its document leads to. */
  links(): string[];
}

declare global {
  var editorPage: EditorPage | undefined;
}

/** What stands in a document made of elements. */
export function contentsOf(root: ParentNode): Pick<EditorPage, 'pictures' | 'links'> {
  return {
    pictures: () =>
      Array.from(root.querySelectorAll('img'))
        .filter((image) => image.complete && image.naturalWidth > 0)
        .map((image) => ({ src: image.src, alt: image.getAttribute('alt') ?? undefined })),
    links: () => Array.from(root.querySelectorAll<HTMLAnchorElement>('a[href]'), ({ href }) => href),
  };
}
