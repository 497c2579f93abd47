import Quill from 'quill';
import 'quill/dist/quill.snow.css';
import { contentsOf } from '../editor-page';

/** A rich-text editor with its own model of the document. https://quilljs.com */
const place = document.createElement('div');
document.body.append(place);
const quill = new Quill(place, { theme: 'snow' });
globalThis.editorPage = { focus: () => quill.focus(), ...contentsOf(quill.root) };
