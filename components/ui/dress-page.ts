import { language } from '../i18n/language';

/** Gives an extension page its language and title: its HTML can have neither in the user's language. */
export function dressPage(title: string): void {
  document.documentElement.lang = language();
  document.title = title;
}
