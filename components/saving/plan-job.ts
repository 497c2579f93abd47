import type { ImageType, StoredImage } from '../image-store/stored-image';
import { extensionOf } from '../images/sniff';
import { expandTemplate, type NameFields, safeFileName, safeFolderName, uniqueNames } from './file-name';
import type { Job, JobItem } from './job';
import type { JobPlan } from './write-job';

/** How the files of a job are named, see `expandTemplate`, and how large an archive may be. */
export interface JobNaming {
  /** One board by itself. */
  one: string;
  /** One board of a set. */
  name: string;
  /** The folder that a set lies in, and its archive. */
  folder: string;
  /** Archives are split where they would be larger, in bytes; 0: never. */
  partBytes: number;
}

/** A plan with what makes the archives. */
export interface FullPlan extends Omit<JobPlan, 'notes'> {
  /** The job's folder. */
  folder: string;
  /** For each board `folder/name`, also where it goes into an archive; undefined where it is neither stored nor saved. */
  paths: (string | undefined)[];
}

/** Windows opens no path beyond 260 characters, downloads folder included: so folders and name share them. */
const maxFolderBytes = 100;
const maxNameInFolderBytes = 120;
const maxBytesInTree = { root: 60, folder: 60, name: 90 };

/** What a file takes in an archive besides its bytes, at most: two headers with its name. */
const overheadBytes = 700;

/**
 * Where the files of a job go. The same for the same records whenever it is asked, as long as the pictures keep
 * their types: a retry names the rest so that nothing is named twice.
 *
 * @param images what is known of each board's picture, in the order of the boards
 */
export function planJob(job: Job, images: readonly (StoredImage | undefined)[], naming: JobNaming): FullPlan {
  const document: NameFields = {
    doc: job.documentTitle,
    name: job.documentTitle,
    n: highestIn(job.items),
    highest: highestIn(job.items),
    date: job.createdAt,
    id: '',
    width: 0,
    height: 0,
  };
  const isTree = job.documents.length > 0;
  const folderName = expandTemplate(naming.folder, document);
  const folder = safeFolderName(folderName, isTree ? maxBytesInTree.root : maxFolderBytes);
  const folders = uniqueNames(
    job.documents.map(({ title }) => safeFolderName(title, maxBytesInTree.folder)),
    maxBytesInTree.folder,
  ).map((name) => `${folder}/${name}`);
  const nameBytes = isTree ? maxBytesInTree.name : maxNameInFolderBytes;

  const names: string[] = [];
  for (const [place, indexes] of byDocument(job.items)) {
    const highest = highestIn(indexes.flatMap((index) => job.items[index] ?? []));
    const doc = (place === undefined ? undefined : job.documents[place]?.title) ?? job.documentTitle;
    const wanted = indexes.map((index) => {
      const { type, width, height } = images[index] ?? unknownImage;
      const { board, name = '' } = job.items[index] ?? {};
      const { blockId: id = '', number: n = 1, heading, caption } = board ?? {};
      const fields = { ...document, doc, name, heading, caption, n, highest, id, width, height };
      const title = expandTemplate(job.isSingle ? naming.one : naming.name, fields);
      return safeFileName(title, extensionOf(type), job.isSingle ? undefined : nameBytes);
    });
    const unique = uniqueNames(wanted, nameBytes);
    for (const [at, index] of indexes.entries()) names[index] = (job.isSingle ? wanted : unique)[at] ?? '';
  }
  if (job.isSingle) return { folder, paths: names, items: names, files: [] };

  // What the store has does not count: what has gone from it since is in its archive all the same.
  const paths = job.items.map(({ document: place, state }, index) => {
    const inFolder = place === undefined ? folder : (folders[place] ?? folder);
    return state === 'stored' || state === 'saved' ? `${inFolder}/${names[index]}` : undefined;
  });
  if (job.output === 'files') {
    return { folder, paths, items: paths, files: [`${folder}/index.html`, `${folder}/report.json`] };
  }
  if (job.output === 'deck') {
    const onSlides = paths.map((path) => (path === undefined ? undefined : 0));
    return { folder, paths, items: onSlides, files: [safeFileName(folderName, 'pptx', maxFolderBytes)] };
  }
  const items = partsOf(job.items, paths, naming.partBytes);
  const parts = 1 + items.reduce<number>((last, part = 0) => Math.max(last, part), 0);
  const archive = (part: number): string =>
    safeFileName(folderName, parts > 1 ? `part${part + 1}.zip` : 'zip', maxFolderBytes);
  return { folder, paths, items, files: Array.from({ length: parts }, (_, part) => archive(part)) };
}

function highestIn(items: readonly JobItem[]): number {
  return items.reduce((highest, { board }) => Math.max(highest, board.number), 1);
}

function byDocument(items: readonly JobItem[]): Map<number | undefined, number[]> {
  const groups = new Map<number | undefined, number[]>();
  for (const [index, { document }] of items.entries()) {
    const group = groups.get(document);
    if (group === undefined) groups.set(document, [index]);
    else group.push(index);
  }
  return groups;
}

/**
 * For each board the archive that it goes into: a new one where the last would be larger than `partBytes`, or is
 * written already.
 */
function partsOf(
  items: readonly JobItem[],
  paths: readonly (string | undefined)[],
  partBytes: number,
): (number | undefined)[] {
  let part = 0;
  let bytesInPart = 0;
  let isWritten = false;
  return items.map(({ bytes = 0, state }, index) => {
    if (paths[index] === undefined) return undefined;
    const size = bytes + overheadBytes;
    const isFull = bytesInPart + size > partBytes || (isWritten && state === 'stored');
    if (partBytes > 0 && bytesInPart > 0 && isFull) {
      part += 1;
      bytesInPart = 0;
    }
    bytesInPart += size;
    isWritten = state === 'saved';
    return part;
  });
}

const unknownImage: { type: ImageType; width: number; height: number } = {
  type: 'image/png',
  width: 0,
  height: 0,
};
