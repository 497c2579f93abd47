import { t } from '../i18n/t';

/** The two pages on which an app can be agreed to. */
const pages = ['/page/launcher', '/page/cli'] as const;

/**
 * Leads from one page on which an app can be agreed to, to the other: each has been seen to call every link expired,
 * and nothing tells us that it does.
 * Sources: https://github.com/openonion/connectonion/issues/1537, https://github.com/HKUDS/nanobot/issues/5768
 */
export function OtherPage({ pageUrl }: { pageUrl: string }) {
  const url = new URL(pageUrl);
  const other = pages.find((path) => path !== url.pathname);
  if (!pages.some((path) => path === url.pathname) || other === undefined) return null;
  url.pathname = other;
  return (
    <p class="quiet hint">
      {t('sign_in_link_expired')}{' '}
      <a href={url.href} target="_blank" rel="noreferrer" data-action="other-page">
        {t('sign_in_other_page')}
      </a>
    </p>
  );
}
