import { render } from 'preact';
import browser from 'webextension-polyfill';
import { t } from '../../components/i18n/t';
import tokens from '../../components/ui/tokens.css?inline';
import base from '../../components/ui/base.css?inline';
import style from '../../components/ui/popup/popup.css?inline';
import { adoptStyles } from '../../components/ui/adopt-styles';
import { dressPage } from '../../components/ui/dress-page';
import { Popup } from '../../components/ui/popup/popup';
import { createPopupDeps } from './create-popup-deps';

/** `?tab=7` shows the boards of that tab: the popup in a window of its own. */
const asked = new URLSearchParams(location.search).get('tab');
document.documentElement.classList.toggle('as-page', asked !== null);
adoptStyles(tokens, base, style);
dressPage(t('extension_name'));

const [active] = asked === null ? await browser.tabs.query({ active: true, currentWindow: true }) : [];
const tabId = asked === null ? (active?.id ?? 0) : Number(asked);
const tab = active ?? (await browser.tabs.get(tabId).catch(() => undefined));
render(<Popup deps={createPopupDeps(tabId, tab?.url)} />, document.body);
