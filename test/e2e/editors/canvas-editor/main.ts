import { Editor, ElementType } from '@hufe921/canvas-editor';

/** A document with pages, drawn on canvases: nothing that is pasted becomes an element. https://github.com/Hufe921/canvas-editor */
const place = document.createElement('div');
document.body.append(place);
const editor = new Editor(place, { main: [] });
globalThis.editorPage = {
  // Its own input field, which is not to be seen, has the caret.
  focus: () => editor.command.executeFocus(),
  pictures: () =>
    editor.command
      .getValue()
      .data.main.filter(({ type }) => type === ElementType.IMAGE)
      .map(({ value }) => ({ src: value })),
  links: () =>
    editor.command
      .getValue()
      .data.main.filter(({ type }) => type === ElementType.HYPERLINK)
      .map(({ url = '' }) => url),
};
