import { render } from 'preact';
import { parsePolicy } from '../../components/settings/policy';
import { t } from '../../components/i18n/t';
import tokens from '../../components/ui/tokens.css?inline';
import base from '../../components/ui/base.css?inline';
import style from '../../components/ui/popup/popup.css?inline';
import pageStyle from '../../components/ui/popup/page.css?inline';
import { adoptStyles } from '../../components/ui/adopt-styles';
import { dressPage } from '../../components/ui/dress-page';
import { Popup } from '../../components/ui/popup/popup';
import { createPopupDeps } from './create-popup-deps';
import type { FrontTab } from './follow-tab';

/** `?tab=7` shows the boards of that tab: the popup in a window of its own. */
const asked = new URLSearchParams(location.search).get('tab');
/** Beside the page, and there for longer than one tab is: see `sidepanel/index.html`. */
const isPanel = location.pathname === '/sidepanel.html';
const isPage = isPanel || asked !== null;
document.documentElement.classList.toggle('as-page', isPage);
adoptStyles(tokens, base, style, isPage ? pageStyle : '');
dressPage(t('extension_name'));

const tab = await globalThis.popupTab;
const policy = parsePolicy(await globalThis.popupPolicy);
const show = ({ id, url }: FrontTab): void =>
  render(<Popup deps={createPopupDeps({ id, url, isPanel, policy })} />, document.body);
show({ id: asked === null ? tab?.id : Number(asked), url: tab?.url });
if (isPanel) (await import('./follow-tab')).followTab(tab, show);
