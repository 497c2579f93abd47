import type { Brand } from '../../components/boards/board';
import { boardName } from '../../components/boards/board-name';
import { systemClock as clock } from '../../components/clock';
import { toErrorData } from '../../components/errors';
import type { FeishuClient } from '../../components/feishu/client';
import type { KnownDocuments } from '../../components/finding/known-documents';
import { listBoards } from '../../components/finding/list-boards';
import { walkWiki } from '../../components/finding/walk-wiki';
import { t } from '../../components/i18n/t';
import type { ImageStore } from '../../components/image-store/image-store';
import { createImageConverter } from '../../components/saving/convert-image';
import type { FetchImage } from '../../components/saving/fetch-image';
import type { Job } from '../../components/saving/job';
import { goesOnByItself } from '../../components/saving/job-failures';
import { createJobRunner, type JobRunner } from '../../components/saving/job-runner';
import { createJobStore } from '../../components/saving/job-store';
import { createFileSaver } from '../../components/saving/save-file';
import { createJobWriter } from '../../components/saving/write-job';
import { settings } from '../../components/settings/settings';
import { createTaskJobFiles } from './task-job-files';
import type { TaskRunner } from './task-runner';

interface JobPartsDeps {
  accountIdFor: (brand: Brand) => Promise<string>;
  clientFor: (brand: Brand) => FeishuClient;
  fetchImage: FetchImage;
  freshMs: () => Promise<number>;
  images: ImageStore;
  known: KnownDocuments;
  onChange: (jobs: Job[]) => void;
  settled: (imageKey: string) => Promise<void>;
  tasks: TaskRunner;
}

/** The runner of jobs, with what writes their files. */
export function createJobs(deps: JobPartsDeps): JobRunner {
  const { accountIdFor, clientFor, fetchImage, freshMs, images, known, onChange, settled, tasks } = deps;
  const { files, revokeUrl } = createTaskJobFiles(tasks);
  return createJobRunner({
    jobs: createJobStore(),
    fetchImage,
    convertImage: createImageConverter(
      {
        convert: (order) => tasks.run('picture/convert', order),
        cancel: (id) => tasks.run('picture/cancel', { id }),
      },
      images,
    ),
    settled,
    images,
    prepare: () => tasks.hold(),
    writeJob: createJobWriter(files, createFileSaver({ revokeUrl }), settings.asksForEach),
    savePrompt: settings.asksForEach,
    accountIdFor,
    async walkWiki({ brand, wikiNode = '' }, options) {
      const pages = await walkWiki(clientFor(brand), wikiNode, options);
      return pages.map((page) => ({
        ...page,
        title: page.title || t('document_untitled'),
        state: page.error ? 'failed' : 'waiting',
      }));
    },
    async listBoards({ brand }, { documentId, nodeToken }, signal) {
      const address = { brand, kind: 'wiki', token: nodeToken } as const;
      const wanted = { address, documentId, accountId: await accountIdFor(brand) };
      const boards = await listBoards({ client: clientFor(brand), known, clock, freshMs }, wanted, signal);
      return boards.map((board) => ({
        board,
        name: boardName(board, (number) => t('board_number', number)),
      }));
    },
    isOnline: () => navigator.onLine,
    async isReachable(brand, signal) {
      const answer = clientFor(brand).getUserInfo({ signal });
      return !goesOnByItself(await answer.then(() => undefined, toErrorData));
    },
    now: () => clock.now(),
    onChange,
  });
}
