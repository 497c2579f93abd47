import browser from 'webextension-polyfill';

/**
 * The BCP 47 tag that numbers, dates and plurals follow. The browser's own, so that its region counts; but
 * where its language has no locale file, the one of the words that are shown instead, lest they be mixed.
 */
export function language(): string {
  const i18n = browser.i18n as typeof browser.i18n | undefined;
  const ofWords = i18n?.getMessage('language_tag') || 'en';
  const ofBrowser = i18n?.getUILanguage().replaceAll('_', '-') || ofWords;
  return primary(ofBrowser) === primary(ofWords) && isKnown(ofBrowser) ? ofBrowser : ofWords;
}

function primary(tag: string): string | undefined {
  return tag.split('-')[0]?.toLowerCase();
}

/** Asked of the browser once for each tag: it is needed for each number. */
const known = new Map<string, boolean>();

function isKnown(tag: string): boolean {
  const isListed = known.get(tag) ?? supports(tag);
  known.set(tag, isListed);
  return isListed;
}

function supports(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false; // not a language tag at all
  }
}
