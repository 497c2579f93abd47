import { contentsOf } from '../editor-page';

/** What the browser itself does with what is pasted. */
const editor = document.createElement('div');
editor.contentEditable = 'true';
document.body.append(editor);
globalThis.editorPage = { focus: () => editor.focus(), ...contentsOf(editor) };
