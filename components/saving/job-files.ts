import type { ImageType, StoredImage } from '../image-store/stored-image';
import { extensionOf } from '../images/sniff';
import {
  defaultFolderTemplate,
  defaultSetTemplate,
  expandTemplate,
  type NameFields,
  safeFileName,
  safeFolderName,
  uniqueNames,
} from './file-name';
import type { Job } from './job';

/** How the files of a job are named; see `expandTemplate`. */
export interface JobTemplates {
  /** One board of the set. */
  name: string;
  /** The folder they lie in, and the archive. */
  folder: string;
}

export const defaultJobTemplates: JobTemplates = { name: defaultSetTemplate, folder: defaultFolderTemplate };

/** Windows opens no path beyond 260 characters, downloads folder included: so folder and name share them. */
const maxFolderBytes = 100;
const maxNameInFolderBytes = 120;

export interface JobFiles {
  /** Name of the archive. */
  archive: string;
  /** `folder/name` for each item of the job, in its order, no two alike. */
  paths: string[];
}

/**
 * Where the files of a job go. The same for the same job whenever it is asked, as long as the pictures keep
 * their types: a retry names the rest so that nothing is named twice.
 *
 * @param images what is known of each item's picture, in the order of the items
 */
export function nameJobFiles(
  job: Job,
  images: readonly (StoredImage | undefined)[],
  templates: JobTemplates,
): JobFiles {
  const highest = Math.max(...job.items.map(({ board }) => board.number));
  const document: NameFields = {
    doc: job.documentTitle,
    name: job.documentTitle,
    n: highest,
    highest,
    date: job.createdAt,
    id: '',
    width: 0,
    height: 0,
  };
  const folderName = expandTemplate(templates.folder, document);
  const folder = safeFolderName(folderName, maxFolderBytes);
  const names = job.items.map(({ board, name }, index) => {
    const { type, width, height } = images[index] ?? unknownImage;
    const { blockId: id, number: n, heading, caption } = board;
    const fields = { ...document, name, heading, caption, n, id, width, height };
    return safeFileName(expandTemplate(templates.name, fields), extensionOf(type), maxNameInFolderBytes);
  });
  return {
    archive: safeFileName(folderName, 'zip', maxFolderBytes),
    paths: uniqueNames(names, maxNameInFolderBytes).map((name) => `${folder}/${name}`),
  };
}

const unknownImage: { type: ImageType; width: number; height: number } = {
  type: 'image/png',
  width: 0,
  height: 0,
};
