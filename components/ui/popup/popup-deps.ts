import type { Brand } from '../../boards/board';
import type { BoardSource } from '../../boards/board-text';
import type { BoardList } from '../../messaging/protocol';
import type { HostAccess } from '../host-access';
import type { NoticeAccess } from '../notice-access';
import type { ListedBoard } from './listed-board';
import type { ActionResult } from './use-action';
import type { StoredImage } from '../../image-store/stored-image';
import type { runTask, sendToBackground } from '../../messaging/send';
import type { watchTopic } from '../../messaging/watch';
import type { Policy } from '../../settings/policy';
import type { settings } from '../../settings/settings';

/**
 * What of a board is copied: its picture alone, for slides; `document`: that with its name above it, linked back;
 * `markdown`: with its picture saved beside the text.
 */
export type CopyKind = 'picture' | 'document' | 'markdown' | 'link';

/** A page with boards on it, or where one finds those. */
export interface WayToBoards {
  url: string;
  /** Of the document that it is; undefined: it is where all documents are. */
  title?: string | undefined;
}

/** The place beside the page: what stands there is not closed by a click elsewhere. */
export interface SidePanel {
  /** Shows this view there, in the place of the popup. Called in the click's own tick, in which alone browsers allow it. */
  open(): Promise<void>;
}

/** All that the popup needs of the world. */
export interface PopupDeps {
  /** The tab whose boards are shown. */
  tabId: number;
  /** Its address, as far as the browser tells it: those of pages that the extension may read. */
  tabUrl: string | undefined;
  /** What the administrator forbids: there is no button for that. */
  policy: Pick<Policy, 'allowClipboard' | 'allowedFormats'>;
  /** The list that was last shown for the tab's document: it stands there until the background has a better one. */
  lastShown: BoardList | undefined;
  /** Keeps a list for the next popup. */
  remember(list: BoardList): void;
  send: typeof sendToBackground;
  runTask: typeof runTask;
  watch: typeof watchTopic;
  /** A small version of a stored picture; undefined if the store no longer has it. */
  readThumbnail(image: StoredImage): Promise<Blob | undefined>;
  /** A stored picture as it was served; undefined if the store no longer has it. */
  readPicture(key: string): Promise<Blob | undefined>;
  /**
   * Puts a board on the clipboard. Called in the click's own tick, and must ask for the clipboard in it:
   * browsers allow it only then.
   */
  copyBoard(board: ListedBoard, kind: CopyKind): Promise<Pick<ActionResult, 'stoodIn' | 'notes'>>;
  /**
   * Puts several boards on the clipboard, for documents and mail. Called in the click's own tick.
   * @param onProgress told how many of them are there
   */
  copyAll(boards: readonly ListedBoard[], onProgress: (done: number) => void): Promise<void>;
  /** Opens the small window that copies one after the other. */
  copyOneByOne(boards: readonly ListedBoard[]): Promise<void>;
  /** Has what is copied of a board at hand, and lets its thumbnail drag that, from soon on. */
  dragOut(thumbnail: Element, board: ListedBoard, image: StoredImage): void;
  /** Saves what diagrams of a board were written in, a file each, and tells their names. */
  saveSources(blockId: string, sources: readonly BoardSource[]): Promise<string[]>;
  /** Scrolls the document's page to a board, which then is seen better without the popup. */
  findBoard(blockId: string): Promise<void>;
  /** What saving makes of a picture. */
  recipe: (typeof settings)['recipe'];
  /** How several boards were saved the last time. */
  output: (typeof settings)['jobOutput'];
  /** Whether the browser asks where to save each file. */
  asksForEach: (typeof settings)['asksForEach'];
  /** Whether somebody who is signed out may have an app of their own made, and has no company's to use. */
  mayCreateApp(): Promise<boolean>;
  /** Opens the settings, at the sign-in of `brand` where one is given. */
  openOptions(brand?: Brand): void;
  /** Shows a file that was saved in its folder, where the browser still knows of it. */
  showFile(fileName: string): Promise<void>;
  /** The shortcuts that work without the popup, by the command, as the browser has them now: `Alt+Shift+B`; empty: none. */
  readShortcuts(): Promise<Readonly<Record<string, string>>>;
  /** Where to go from a page without boards; undefined where there is no better one. */
  wayToBoards(): Promise<WayToBoards | undefined>;
  /** Brings a page to the front, in the tab that shows it already or in a new one. */
  openPage(url: string): Promise<void>;
  /** Opens *Diagnose this page* for the tab. */
  diagnose(): Promise<void>;
  /** Where the browser can show this view beside the page, and does not already. */
  sidePanel: SidePanel | undefined;
  /** Resolves when the tab has loaded again. */
  reloadTab(): Promise<void>;
  /** The hosts of the manifest, where the browser lets the user withhold them. */
  hostAccess: HostAccess;
  noticeAccess: NoticeAccess;
  /** Opens an https address in a new tab. */
  openLink(url: string): void;
  /** The time, in ms since the epoch. */
  now(): number;
}
