import { render } from 'preact';
import browser from 'webextension-polyfill';
import { t } from '../../components/i18n/t';
import { sendToBackground } from '../../components/messaging/send';
import { watchTopic } from '../../components/messaging/watch';
import { readPolicy, watchPolicy } from '../../components/settings/policy';
import { settings } from '../../components/settings/settings';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/ui/options/options.css';
import { dressPage } from '../../components/ui/dress-page';
import { Options } from '../../components/ui/options/options';
import { allowIdentity } from './allow-identity';
import { readCompanyApp } from '../../components/settings/company-app';
import { hostAccess } from '../../components/settings/host-access';
import { noticeAccess } from '../../components/settings/notice-access';
import { watchDocuments, watchSavedFiles } from './first-steps';
import { saveText } from './save-text';
import { watchMissedScope } from './missed-scope';
import { openBrand } from './open-brand';
import { addCompany, removeCompany } from './own-company';
import { previewName, previewPicture } from './previews';
import { redirectUrl } from './redirect-url';

dressPage(t('options_title'));
const { version } = browser.runtime.getManifest();
const deps = {
  send: sendToBackground,
  watch: watchTopic,
  settings,
  readCompanyApp,
  readPolicy,
  watchPolicy,
  addCompany,
  removeCompany,
  openBrand,
  redirectUrl,
  hostAccess,
  noticeAccess,
  allowIdentity,
  previewName,
  previewPicture,
  copyText: (text: string) => navigator.clipboard.writeText(text),
  watchMissedScope,
  watchDocuments,
  watchSavedFiles,
  saveText,
  diagnose: () => void browser.tabs.create({ url: browser.runtime.getURL('diagnosis.html') }),
  now: Date.now,
  version,
};
render(<Options deps={deps} />, document.body);
