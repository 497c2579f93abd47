import type { Page } from '@playwright/test';
import type { OptionsPage } from '../../browser/options-page';
import type { PopupPage } from '../../browser/popup-page';
import type { ExtensionBrowser, Language } from '../../browser/launch-extension';
import type { Words } from '../../browser/words';
import type { Feishu } from '../../feishu/server';

/** What a state is made with: the fixtures of the tests. */
export interface GalleryTools {
  extension: ExtensionBrowser;
  feishu: Feishu;
  words: Words;
  language: Language;
  openDocument: (url: string) => Promise<Page>;
  popupOver: (document: Page) => Promise<PopupPage>;
  popupFor: (url: string) => Promise<PopupPage>;
  settingsPage: () => Promise<OptionsPage>;
}

/** Something that can be seen of the product. */
export interface GalleryState {
  /** Names its picture: kebab-case. */
  name: string;
  /** Brings it about, and resolves with its page once all of it is there. */
  show: (tools: GalleryTools) => Promise<Page>;
  /** Of the window, in CSS px; default: that of a popup for a popup, and of a browser for the rest. */
  size?: { width: number; height: number };
  /** The page is Feishu's and ours stands in it: looked at, and not judged by axe. */
  inDocument?: true;
}
