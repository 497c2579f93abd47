import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/skins/content/default/content.js';
import 'tinymce/skins/ui/oxide/content.js';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/themes/silver';
import { contentsOf } from '../editor-page';

/** The editor of many wikis and mail programs: in a frame, with filters of its own. https://www.tiny.cloud */
const place = document.createElement('textarea');
document.body.append(place);
const [editor] = await tinymce.init({ target: place, license_key: 'gpl', promotion: false, branding: false });
if (editor) {
  globalThis.editorPage = { focus: () => editor.focus(), ...contentsOf(editor.getBody()) };
}
