import { Editor } from 'js-draw';
import 'js-draw/Editor.css';

/** A whiteboard with an endless canvas, which holds everything as shapes. https://github.com/personalizedrefrigerator/js-draw */
const editor = new Editor(document.body);
editor.addToolbar();
editor.getRootElement().style.height = '100vh';
globalThis.editorPage = {
  focus: () => editor.focus(),
  pictures: () =>
    Array.from(editor.toSVG().querySelectorAll('image'), (image) => ({
      src: image.href.baseVal,
      alt: image.getAttribute('aria-label') ?? undefined,
    })),
  links: () => [],
};
