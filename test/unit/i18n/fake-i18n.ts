import { fakeBrowser } from 'wxt/testing/fake-browser';
import en from '../../../public/_locales/en/messages.json';
import ja from '../../../public/_locales/ja/messages.json';
import zhCN from '../../../public/_locales/zh_CN/messages.json';
import zhTW from '../../../public/_locales/zh_TW/messages.json';

interface LocaleMessage {
  message: string;
  placeholders?: Record<string, { content: string }>;
}
export type LocaleFile = Record<string, LocaleMessage>;

export const localeFiles = { en, zh_CN: zhCN, zh_TW: zhTW, ja } satisfies Record<string, LocaleFile>;

/**
 * Gives the fake browser an i18n that reads the real locale files as a browser does.
 * @see https://developer.chrome.com/docs/extensions/reference/api/i18n#method-getMessage
 */
export function setLocale(locale: keyof typeof localeFiles, uiLanguage = locale.replace('_', '-')): void {
  const file: LocaleFile = localeFiles[locale];
  Object.assign(fakeBrowser, {
    i18n: {
      getUILanguage: () => uiLanguage,
      getMessage: (key: string, substitutions: string[] = []) => {
        const { message, placeholders = {} } = file[key] ?? { message: '' };
        return message
          .replaceAll(
            /\$(\w+)\$/g,
            (whole, name: string) => placeholders[name.toLowerCase()]?.content ?? whole,
          )
          .replaceAll(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '');
      },
    },
  });
}
