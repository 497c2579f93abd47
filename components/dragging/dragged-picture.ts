/** A picture to be dragged out of a page of ours or of a document's. */
export interface DraggedPicture {
  blob: Blob;
  /** The board's name. */
  name: string;
  /** The picture for editors that take HTML, with its bytes in it: they cannot read the addresses of our pages. */
  html: string;
}
