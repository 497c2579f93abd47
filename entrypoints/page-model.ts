import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPageModel } from '../components/boards/page-model';

/** Runs in the page's own world when somebody asks for its model, and leaves nothing there: not even a name. */
export default defineUnlistedScript({ globalName: false, main: readPageModel });
