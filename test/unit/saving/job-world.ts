import type { Board } from '../../../components/boards/board';
import { AppError, type ErrorCode } from '../../../components/errors';
import { madeKey } from '../../../components/image-store/image-key';
import { createImageStore, type ImageStore } from '../../../components/image-store/image-store';
import { createInTurn } from '../../../components/images/in-turn';
import { type Conversions, createImageConverter } from '../../../components/saving/convert-image';
import { createImageFetcher } from '../../../components/saving/fetch-image';
import type { Job, JobDocument, JobItem } from '../../../components/saving/job';
import { createJobRunner, type JobInput, type JobRunner } from '../../../components/saving/job-runner';
import { createJobStore, type JobStore } from '../../../components/saving/job-store';
import {
  makeJobFile,
  type JobPaper,
  planJobFiles,
  readContents,
} from '../../../components/saving/make-job-files';
import { createFileSaver, type FileSaver } from '../../../components/saving/save-file';
import { createJobWriter, type JobFiles, type SavePrompt } from '../../../components/saving/write-job';
import {
  createFakeDownloads,
  createFakeObjectUrls,
  type FakeDownloads,
  type FakeObjectUrls,
} from './fake-downloads';

/** Everything around the job runner, in memory, on a fresh database. */
export interface JobWorld {
  downloads: FakeDownloads;
  urls: FakeObjectUrls;
  jobs: JobStore;
  images: ImageStore;
  /** Whiteboard ids in the order that they were asked for. */
  asked: string[];
  /** Requests under way. */
  underWay: number;
  /** What the server does for a whiteboard: fails, never answers, or (absent) sends a picture. */
  answers: Map<string, ErrorCode | 'never' | Promise<ErrorCode>>;
  /** The bytes of each picture. */
  pictureBytes: number;
  /** Until nobody looks at a stored picture any more. */
  settled: (imageKey: string) => Promise<void>;
  /** What the making of an archive waits for. */
  making: Promise<void>;
  budgetBytes: number;
  signedIn: boolean;
  /** What happens when it is noticed that the browser asks where to save a file. */
  onAsked: () => void;
  /** Until it is sure that the browser is not closing: see `createJobWriter`. */
  mayBeClosing: () => Promise<void>;
  /** Whether the browser is known to ask where to save each file. */
  asksForEach: boolean;
  /** How often the browser refuses to tell the settings. */
  refusals: number;
  isOnline: boolean;
  isReachable: boolean;
  /** The documents of the wiki, and the boards of each. */
  documents: JobDocument[];
  boardsOf: Map<string, Pick<JobItem, 'board' | 'name'>[] | ErrorCode>;
  /** What the next walks through the wiki end with, one each. */
  walkFailures: ErrorCode[];
  /** Documents in the order that they were listed. */
  listed: string[];
  paper: JobPaper;
  time: number;
  /** What was told of the last job, at each change. */
  changes: { state: Job['state']; tally: string }[];
  /** A worker's life: what is in memory begins anew, what is on disk stays. The one before it must be stuck. */
  start(): JobRunner;
}

export function createJobWorld(): JobWorld {
  const urls = createFakeObjectUrls();
  let runner: JobRunner | undefined;
  const inTurn = createInTurn();
  /** As where there is a DOM: one picture at a time, by way of a store that knows of no budget. */
  const convert: Conversions['convert'] = ({ imageKey, title }) =>
    inTurn(async () => {
      const images = createImageStore({ now: () => (world.time += 1), budgetBytes: async () => Infinity });
      const served = await images.get(imageKey);
      if (!served) throw new AppError('storage-failed');
      const image = { ...served.image, key: madeKey(imageKey, title), type: 'image/webp' as const };
      await images.put(image, served.blob);
      return { image, isNew: true };
    });
  const files: JobFiles = {
    plan: async (job) => planJobFiles(await readContents(world.images, job), world.paper),
    async file(job, index) {
      await world.making;
      const contents = await readContents(world.images, job);
      return urls.create(await makeJobFile(world.images, contents, index, world.paper));
    },
    async image(imageKey) {
      const found = await world.images.get(imageKey);
      if (!found) throw new AppError('storage-failed');
      return urls.create(found.blob);
    },
  };
  const savePrompt: SavePrompt = {
    async get() {
      if ((world.refusals -= 1) >= 0) throw new Error('No SW');
      return world.asksForEach;
    },
    async set(asks) {
      world.asksForEach = asks;
    },
  };
  const world: JobWorld = {
    urls,
    downloads: createFakeDownloads(urls),
    jobs: createJobStore(),
    images: createImageStore({
      now: () => (world.time += 1),
      budgetBytes: async () => world.budgetBytes,
      held: async () => (await runner?.heldKeys()) ?? new Set(),
    }),
    asked: [],
    underWay: 0,
    answers: new Map(),
    pictureBytes: 40,
    settled: async () => {},
    making: Promise.resolve(),
    budgetBytes: 1_000_000,
    signedIn: true,
    asksForEach: false,
    refusals: 0,
    onAsked: () => {},
    mayBeClosing: async () => {},
    isOnline: true,
    isReachable: true,
    documents: [],
    boardsOf: new Map(),
    walkFailures: [],
    listed: [],
    paper: {
      naming: { one: '{doc} - {name}', name: '{n} {name}', folder: '{doc}', partBytes: 0 },
      slides: { shape: '16:9', cover: true, width: 1920 },
      words: {
        language: 'en',
        count: '',
        open: 'Open',
        missing: 'Not saved',
        older: 'older',
        notes: {},
        errors: {},
      },
    },
    time: 1_700_000_000_000,
    changes: [],
    start() {
      const { save, takeUp } = createFileSaver({
        revokeUrl: urls.revoke,
        downloads: world.downloads,
        namedWithinMs: 5,
      });
      const told = <Options extends { onAsked?: (() => void) | undefined }>(options?: Options) => ({
        ...options,
        onAsked() {
          options?.onAsked?.();
          world.onAsked();
        },
      });
      const saver: Pick<FileSaver, 'save' | 'takeUp'> = {
        save: (makeUrl, path, options) => save(makeUrl, path, told(options)),
        takeUp: (file, options) => takeUp(file, told(options)),
      };
      const downloadBoardImage = async (
        whiteboardId: string,
        { signal }: { signal?: AbortSignal | undefined } = {},
      ) => {
        world.asked.push(whiteboardId);
        world.underWay += 1;
        try {
          const answer = await world.answers.get(whiteboardId);
          if (answer === 'never') {
            await new Promise((_, reject) =>
              signal?.addEventListener('abort', () => reject(new AppError('cancelled'))),
            );
          } else if (answer !== undefined) throw new AppError(answer);
          const svg = `<svg width="4" height="3" id="${whiteboardId}"/>`;
          return {
            bytes: new TextEncoder().encode(svg.padEnd(world.pictureBytes)),
            claimedType: 'image/png',
          };
        } finally {
          world.underWay -= 1;
        }
      };
      runner = createJobRunner({
        jobs: world.jobs,
        images: world.images,
        fetchImage: createImageFetcher({
          isSignedIn: async () => true,
          store: world.images,
          clientFor: () => ({ downloadBoardImage }),
          now: () => (world.time += 1),
          freshMs: async () => 60_000,
        }),
        settled: (imageKey) => world.settled(imageKey),
        convertImage: createImageConverter({ convert, cancel: async () => {} }, world.images),
        prepare: async () => () => undefined,
        writeJob: createJobWriter(files, saver, savePrompt, () => world.mayBeClosing()),
        savePrompt,
        accountIdFor: async () => {
          if (!world.signedIn) throw new AppError('not-signed-in');
          return 'me';
        },
        walkWiki: async (_, { onFound }) => {
          const failure = world.walkFailures.shift();
          if (failure !== undefined) throw new AppError(failure);
          onFound(world.documents.length);
          return world.documents;
        },
        async listBoards(_, { documentId }) {
          world.listed.push(documentId);
          const boards = world.boardsOf.get(documentId) ?? [];
          if (typeof boards === 'string') throw new AppError(boards);
          return boards;
        },
        isOnline: () => world.isOnline,
        isReachable: async () => world.isReachable,
        now: () => (world.time += 1),
        mayBeClosing: () => world.mayBeClosing(),
        onChange(jobs) {
          const last = jobs.at(-1);
          if (last) world.changes.push({ state: last.state, tally: tally(last) });
        },
      });
      return runner;
    },
  };
  return world;
}

export function board(number: number, whiteboardId: string | undefined = `wb${number}`): Board {
  return { blockId: `block${number}`, whiteboardId, number, mounted: false };
}

/** A job over so many boards, all named alike. */
export function jobInput(count: number, output: Job['output'] = 'zip'): JobInput {
  const items = Array.from({ length: count }, (_, index) => ({ board: board(index + 1), name: 'Flow' }));
  return { output, brand: 'feishu', documentTitle: 'Road/map', pageUrl: 'https://x.feishu.cn/docx/a', items };
}

/** How many items are in each state, for example `saved 3, failed 1`. */
export function tally({ items, counts: kept }: Pick<Job, 'items' | 'counts'>): string {
  if (kept) return `saved ${kept.saved}`;
  const counts = new Map<string, number>();
  for (const { state } of items) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => `${state} ${count}`).join(', ');
}
