import { render } from 'preact';
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

const tab = await globalThis.popupTab;
const tabId = asked === null ? (tab?.id ?? 0) : Number(asked);
render(<Popup deps={createPopupDeps(tabId, tab?.url)} />, document.body);
