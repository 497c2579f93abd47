import { render } from 'preact';
import browser from 'webextension-polyfill';
import { t } from '../../components/i18n/t';
import { sendToBackground } from '../../components/messaging/send';
import { settings } from '../../components/settings/settings';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/ui/options/options.css';
import { dressPage } from '../../components/ui/dress-page';
import { Options } from '../../components/ui/options/options';

dressPage(t('options_title'));
const { version } = browser.runtime.getManifest();
const diagnose = (): void => {
  void browser.tabs.create({ url: browser.runtime.getURL('diagnosis.html') });
};
render(<Options deps={{ send: sendToBackground, settings, version, diagnose }} />, document.body);
