import * as v from 'valibot';
import { brandSchema as brand } from '../brand';
import type { Board, Brand } from '../boards/board';
import type { ErrorData } from '../errors';
import type { StoredImage } from '../image-store/stored-image';
import { jobOutputSchema as output } from '../job-output';
import { boardRecipeSchema } from '../board-recipe';
import type { StoodIn } from '../saving/job';
import type { JobView } from '../saving/view-job';
import { scopeShape, signInWays, siteIdShape } from '../shapes';
import type { AccountCheck, AccountStatus, SignInProgress } from './account-replies';
import type { PageResult } from './page-requests';
import { pageTasks } from './page-tasks';

/**
 * The whole conversation between the extension's contexts; what the background has done elsewhere is in
 * `task-requests.ts`, what it asks of pages in `page-requests.ts`, and what it tells of accounts in `account-replies.ts`.
 *
 * Requests to the background carry a schema for their parameters and say who may ask: `extension` means our
 * own pages only (popup, options, offscreen document), `page` means content scripts as well, which live in
 * the page's process and are believed less. Replies to the page never carry a token.
 */

const blockId = v.pipe(v.string(), v.regex(siteIdShape));
const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));
const sessionKey = v.pipe(v.string(), v.regex(/^account\/(feishu|lark|company)$/));

/** A file that has been written. */
export interface SavedFile {
  /** Its name on disk, without the folders above the downloads folder. */
  fileName: string;
  image: StoredImage;
  /** Present when an older picture stood in for a new one that could not be had, and why. */
  stoodIn?: StoodIn | undefined;
}

/** A picture that has been put in the image store, where an extension page can read it by its key. */
export interface FetchedImage {
  image: StoredImage;
  stoodIn?: StoodIn | undefined;
}

/** A board as the popup lists it. */
export interface BoardRow {
  board: Board;
  /** Caption, else heading, else *Board n*, in the user's language. */
  name: string;
  /** The picture that is in the store for it, if there is one. */
  stored?: StoredImage | undefined;
}

/** The boards of one tab's document, as far as they are known. */
export interface BoardList {
  url: string;
  brand: Brand;
  title: string;
  rows: BoardRow[];
  /** False while a better answer is awaited. */
  settled: boolean;
  /** Whether the Open API has confirmed that these are all. */
  complete: boolean;
  /** Why the list may be incomplete or its boards cannot be saved. */
  problem?: ErrorData | undefined;
  /** Why boards may be missing, where a list that is settled is not complete. */
  gap?: ErrorData | undefined;
}

/** What somebody who wants to sign in with an app has chosen. */
const signInRequest = v.object({
  way: v.picklist(signInWays),
  brand,
  app: v.optional(
    v.object({ id: v.pipe(v.string(), v.maxLength(64)), secret: v.pipe(v.string(), v.maxLength(256)) }),
  ),
  scopes: v.pipe(v.array(v.pipe(v.string(), v.regex(scopeShape))), v.maxLength(20)),
});
export type SignInRequest = v.InferOutput<typeof signInRequest>;

/** How full the image store is. */
export interface CacheUsage {
  images: number;
  bytes: number;
  budgetBytes: number;
}

type Schema = v.GenericSchema;
const nothing = v.custom<undefined>((it) => it === undefined);
const ofJob = { from: 'extension', params: v.object({ jobId: v.string() }) } as const;

/** Requests that the background answers: the schema of the parameters, and who may ask. */
export const backgroundRequests = {
  /** `recipe`: what to make of it; default: what the settings say. */
  'board/save': {
    from: 'extension',
    params: v.object({ tabId, blockId, recipe: v.optional(boardRecipeSchema) }),
  },
  /** Hands a task on, and its answer back: see `runTask`, which ties what is asked to what is answered. */
  'task/run': {
    from: 'extension',
    params: v.object({ name: v.picklist(pageTasks), params: v.custom<never>(() => true) }),
  },
  /** Fetches a board's picture into the image store (popup: thumbnails, copying). */
  'board/fetch': { from: 'extension', params: v.object({ tabId, blockId, fresh: v.optional(v.boolean()) }) },
  /** `fresh`: ask the server for each picture, whatever is stored. */
  'job/start': {
    from: 'extension',
    params: v.object({
      tabId,
      blockIds: v.pipe(v.array(blockId), v.minLength(1), v.maxLength(5000)),
      output,
      fresh: v.optional(v.boolean()),
    }),
  },
  /** Counts the pages at and below the tab's wiki page; the job then asks whether to save their boards. */
  'job/start-wiki': {
    from: 'extension',
    params: v.object({ tabId, output, fresh: v.optional(v.boolean()) }),
  },
  'job/cancel': ofJob,
  'job/pause': ofJob,
  /** Has a job go on that was paused, that waits, or that asks; `asZip`: as one archive from here on. */
  'job/resume': {
    from: 'extension',
    params: v.object({ jobId: v.string(), asZip: v.optional(v.boolean()) }),
  },
  /** Ends the fetching and writes what there is. */
  'job/keep': ofJob,
  'job/retry': ofJob,
  'job/dismiss': ofJob,
  'job/show': ofJob,
  'account/status': { from: 'extension', params: nothing },
  'account/sign-in': {
    from: 'extension',
    params: v.object({ brand, token: v.pipe(v.string(), v.maxLength(16_384)) }),
  },
  'account/sign-out': { from: 'extension', params: v.object({ brand }) },
  'account/check': { from: 'extension', params: v.object({ brand }) },
  /** The user has chosen anew whether accounts are forgotten when the browser closes. */
  /** Begins to sign in with an app: `signIn` tells how it goes on. */
  'sign-in/begin': { from: 'extension', params: signInRequest },
  /** Brings the page on which the user is to agree to the front again. */
  'sign-in/show': { from: 'extension', params: nothing },
  'sign-in/cancel': { from: 'extension', params: nothing },
  /** A task has gone on with the sign-in that lies on disk. */
  'sign-in/changed': { from: 'extension', params: nothing },
  /** What is forgotten when the browser closes: the offscreen document cannot reach it by itself. */
  'session/get': { from: 'extension', params: v.object({ key: sessionKey }) },
  'session/set': { from: 'extension', params: v.object({ key: sessionKey, value: v.optional(v.string()) }) },
  'cache/usage': { from: 'extension', params: nothing },
  'cache/clear': { from: 'extension', params: nothing },
  /** Brings the tab to the front, scrolls to the board and flashes it. */
  'board/find': { from: 'extension', params: v.object({ tabId, blockId }) },
  /**
   * The pointer or the focus is on a board of the asking tab, or (null) on none: the menu items follow.
   * `bare`: the page has no toolbar yet.
   */
  'pointer/board': { from: 'page', params: v.object({ blockId: v.nullable(blockId), bare: v.boolean() }) },
  /** Another document is shown in the asking tab, or its editor was replaced, with no new page loaded. */
  'page/changed': { from: 'page', params: nothing },
  /** What the administrator lets be done in a page: a content script cannot read the policy. */
  'page/allowed': { from: 'page', params: nothing },
  'page/save-board': { from: 'page', params: v.object({ blockId }) },
  /** A PNG of a board of the asking tab, for its clipboard or to be dragged out, and HTML for beside it: see `htmlWithPng`. */
  'page/board-png': { from: 'page', params: v.object({ blockId }) },
} as const satisfies Record<string, { from: 'extension' | 'page'; params: Schema }>;

export type BackgroundRequest = keyof typeof backgroundRequests;
export type BackgroundParams<Name extends BackgroundRequest> = v.InferOutput<
  (typeof backgroundRequests)[Name]['params']
>;

/** What the background answers. */
export interface BackgroundReplies {
  'board/save': SavedFile;
  'task/run': unknown;
  'board/fetch': FetchedImage;
  'job/start': { jobId: string };
  'job/start-wiki': { jobId: string };
  'job/cancel': null;
  'job/pause': null;
  'job/resume': null;
  'job/keep': null;
  'job/retry': null;
  'job/dismiss': null;
  'job/show': null;
  'account/status': AccountStatus[];
  'account/sign-in': AccountCheck;
  'account/sign-out': null;
  'account/check': AccountCheck;
  'sign-in/begin': null;
  'sign-in/show': null;
  'sign-in/cancel': null;
  'sign-in/changed': null;
  'session/get': unknown;
  'session/set': null;
  'cache/usage': CacheUsage;
  'cache/clear': CacheUsage;
  'board/find': null;
  /** Whether the browser's own menu is to open over a board. */
  'pointer/board': { rightClick: boolean };
  'page/changed': null;
  'page/allowed': { copying: boolean; toolbar: boolean };
  'page/save-board': PageResult;
  'page/board-png': PageResult & { base64: string; html: string; name: string };
}

/** What an open popup watches: a snapshot at once, and one after each change. */
export const topics = {
  boards: v.object({ tabId }),
  jobs: nothing,
  /** The sign-in that is under way, or the last one. */
  signIn: nothing,
} as const satisfies Record<string, Schema>;

export type Topic = keyof typeof topics;
export type TopicParams<Name extends Topic> = v.InferOutput<(typeof topics)[Name]>;

/** The snapshots of each topic. `problem` stands where no list could be made at all. */
export interface TopicSnapshots {
  boards: { list: BoardList } | { problem: ErrorData };
  /** Single boards are not among them. */
  jobs: JobView[];
  signIn: SignInProgress | null;
}
