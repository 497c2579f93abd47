import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { countMarkup } from '../components/diagnosis/count-markup';
import { probeModel } from '../components/diagnosis/probe-model';

/** Runs in the page's own world for *Diagnose this page*, and leaves nothing there: not even a name. */
export default defineUnlistedScript({
  globalName: false,
  main: () => ({ markup: countMarkup(document), model: probeModel(window) }),
});
