import type { BoardRecipe } from '../../board-recipe';
import type { Brand } from '../../boards/board';
import type { ConvertedPicture } from '../../images/converted-picture';
import type { sendToBackground } from '../../messaging/send';
import type { watchTopic } from '../../messaging/watch';
import type { HostAccess } from '../host-access';
import type { NoticeAccess } from '../notice-access';
import type { Company } from '../../settings/company';
import type { Policy } from '../../settings/policy';
import type { settings } from '../../settings/settings';

/** The app that the administrator's policy names. */
export interface CompanyApp {
  brand: Brand;
  app: { id: string; secret: string };
  scopes: string[];
}

/** A permission that something failed for the want of. */
export interface MissedScope {
  brand: Brand;
  scope: string;
}

/** All that the settings page needs of the world. */
export interface OptionsDeps {
  send: typeof sendToBackground;
  watch: typeof watchTopic;
  settings: Pick<
    typeof settings,
    | 'slideWidth'
    | 'slideShape'
    | 'slideCover'
    | 'recipe'
    | 'fileNameOne'
    | 'fileNameInSet'
    | 'archivePartMb'
    | 'freshMinutes'
    | 'cacheBudgetMb'
    | 'rightClick'
    | 'toolbar'
    | 'defaultBrand'
    | 'forgetOnClose'
    | 'firstSteps'
    | 'company'
  >;
  /** The app of the administrator's policy, if there is one. */
  readCompanyApp(): Promise<CompanyApp | undefined>;
  readPolicy(): Promise<Policy>;
  /** Calls `onChange` whenever the policy changes, or arrives; returns how to stop. */
  watchPolicy(onChange: () => void): () => void;
  /** Keeps a company's own deployment, where the user allows its hosts; whether they did. To be called in the click's own tick. */
  addCompany(company: Company): Promise<boolean>;
  /** Removes it with all that was kept for it. Errors: those of signing out. */
  removeCompany(): Promise<void>;
  /** The brand of the documents that are open, where they are all of one. */
  openBrand(): Promise<Brand | undefined>;
  /** Where a redirect sign-in comes back to: the same on every machine of one browser. */
  redirectUrl(): Promise<string>;
  /** The hosts of the manifest, where the browser lets the user withhold them. */
  hostAccess: HostAccess;
  noticeAccess: NoticeAccess;
  /** Asks the user to allow the sign-in window. To be called in the click's own tick. */
  allowIdentity(): Promise<boolean>;
  /** Makes a picture of a drawing, as saving would. */
  previewPicture(svg: Blob, recipe: BoardRecipe, signal: AbortSignal): Promise<ConvertedPicture>;
  /** The file name that a template makes for a sample. */
  previewName(template: string): string;
  /** Calls `onChange` with whether a document's site is open in a tab, now and later; returns how to stop. */
  watchDocuments(onChange: (isOpen: boolean) => void): () => void;
  /** Calls `onChange` with whether the extension has ever saved a file, now and later; returns how to stop. */
  watchSavedFiles(onChange: (hasSaved: boolean) => void): () => void;
  /** Saves a text as a file. */
  saveText(name: string, text: string): void;
  /** Puts text on the clipboard. */
  copyText(text: string): Promise<void>;
  /** Calls `onMissed` with what the page was opened for, now and later; returns how to stop. */
  watchMissedScope(onMissed: (missed: MissedScope) => void): () => void;
  /** Opens *Diagnose this page*, to choose among the documents that are open. */
  diagnose(): void;
  /** The time, in ms since the epoch. */
  now(): number;
  /** The extension's own version. */
  version: string;
}
