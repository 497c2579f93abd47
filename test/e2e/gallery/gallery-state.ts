import type { Page } from '@playwright/test';
import type { OverlayName } from '../../../components/page-toolbar/overlay';
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

/** Of a window, in CSS px. */
export interface WindowSize {
  width: number;
  height: number;
}

/** Something that can be seen of the product. */
export interface GalleryState {
  /** Names its pictures: kebab-case. */
  name: string;
  /** Brings it about, and resolves with its page once all of it is there. */
  show: (tools: GalleryTools) => Promise<Page>;
  /** Default: that of a popup for a popup, and of a browser for the rest. */
  size?: WindowSize;
  /** The picture shows all of a long page, and not only what is in the window. */
  isWhole?: true;
  /** It goes on from the state before: what is wrong with the server then still is. */
  goesOn?: true;
  /** The page is Feishu's and this of ours stands in it: nothing else there is judged. */
  overlay?: OverlayName;
}

/** What browsers give a popup, in CSS px. */
export const popupSize = { width: 400, height: 600 };

/** A small window, in CSS px. */
export const browserSize = { width: 880, height: 640 };

/** The window that a state is looked at in, in CSS px. */
export function sizeOf({ name, size }: GalleryState): WindowSize {
  return size ?? (name.startsWith('popup-') ? popupSize : browserSize);
}
