import type { RedirectAnswer } from '../account/sign-in/finish-redirect';
import type { BoardRecipe } from '../board-recipe';
import type { Brand, Home, ServiceHosts } from '../boards/board';
import type { BoardSource } from '../boards/board-text';
import type { StoredImage } from '../image-store/stored-image';
import type { ImageSize } from '../images/measure';
import type { PictureFault } from '../images/quality';
import type { CopiedBoard } from '../saving/clipboard-html';
import type { JobPaper } from '../saving/make-job-files';
import type { JobPlan } from '../saving/write-job';
import type { AccountCheck } from './account-replies';
import type { SignInRequest } from './protocol';

/** Tasks of `components/tasks/`: what needs a DOM, or is too large for every start of the background. */
export interface TaskRequests {
  /** Which files a job will have. */
  'job/plan': { params: { jobId: string; paper: JobPaper }; reply: JobPlan };
  /** An object URL for one of them: an archive, the contact sheet, the report or the slides. */
  'job/file': { params: { jobId: string; index: number; paper: JobPaper }; reply: { url: string } };
  /** Ends the making of a job's slides: `job/file` fails with `cancelled`. */
  'job/stop': { params: { jobId: string }; reply: null };
  /** An object URL for a stored picture. */
  'job/image': { params: { imageKey: string }; reply: { url: string } };
  'offscreen/revoke-url': { params: { url: string }; reply: null };
  /** Makes a picture by a recipe of a stored one; it is stored too. `id`: what it can be cancelled by. */
  'picture/convert': {
    params: { id: string; imageKey: string; brand: Brand; title: string; recipe: BoardRecipe };
    reply: { image: StoredImage; isNew: boolean };
  };
  /** What looks wrong with a stored picture, and how large it is. */
  'picture/check': {
    params: { imageKey: string };
    reply: { faults: PictureFault[] } & ImageSize;
  };
  /** Has the thumbnail of a stored picture lie beside it. */
  'picture/thumbnail': { params: { imageKey: string }; reply: null };
  /** Stores the board's drawing in place of its picture; null where there is none that looks right. */
  'picture/draw-instead': { params: { imageKey: string; brand: Brand }; reply: StoredImage | null };
  'picture/cancel': { params: { id: string }; reply: null };
  /** What there is of a board besides its picture, as far as that can be told. */
  'picture/extras': { params: { brand: Brand; whiteboardId: string }; reply: BoardExtras };
  /** Notes with a stored picture what is written on its board; or why that cannot be told. */
  'picture/describe': { params: { imageKey: string }; reply: NonNullable<StoredImage['writing']> };
  /** A stored picture as PNG for the clipboard of a page, drawings `width` pixels wide, and HTML: see `htmlWithPng`. */
  'picture/copy': {
    params: { imageKey: string; width: number; board: CopiedBoard; isDescribed?: boolean | undefined };
    /** `isWithoutText`: what is written on the board was asked for, and could not be read. */
    reply: { base64: string; html: string; isWithoutText: boolean };
  };
  /** Signs in with a pasted token. */
  'account/sign-in': { params: Home & { pasted: string; forget: boolean }; reply: AccountCheck };
  'account/sign-out': { params: { brand: Brand }; reply: null };
  'account/check': { params: { brand: Brand }; reply: AccountCheck };
  'account/keep': { params: { forget: boolean }; reply: null };
  /** Renews the account's token, unless it is no longer `stale`. Once begun it is ended, whatever becomes of who asked. */
  'account/refresh': { params: { brand: Brand; stale: string }; reply: null };
  'sign-in/begin': { params: SignInRequest & NewSignIn; reply: null };
  /** Goes on with the sign-in that lies on disk until it is over; at once where somebody else does. */
  'sign-in/run': { params: undefined; reply: null };
  'sign-in/redirected': { params: RedirectAnswer; reply: null };
  'sign-in/cancel': { params: undefined; reply: null };
}

/** What there is of a board besides its picture. */
export interface BoardExtras {
  /** Whether boards can be had as drawings: asked once a day at most. */
  hasVector: boolean;
  /** Its diagrams that were written as text, from the top. */
  sources: BoardSource[];
}

/** What the background adds to what the user has chosen. */
export interface NewSignIn {
  /** Where the company's own deployment answers, if there is one. */
  hosts: ServiceHosts | undefined;
  forget: boolean;
  /** Proposed for an app that is made, in the user's language. */
  newApp: { name: string; description: string };
  redirectUri: string;
}
